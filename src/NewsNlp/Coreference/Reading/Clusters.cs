using NewsNlp.Documents;
using NewsNlp.Lexicons;

namespace NewsNlp.Coreference.Reading;

/// <summary>What is known of an entity from all of its mentions so far.</summary>
internal struct ClusterInfo
{
    public EntityClass Class;

    public Gender Gender;

    public bool IsPlural;

    /// <summary>How many mentions it has.</summary>
    public int Count;

    /// <summary>The mention with the fullest name; -1 where it has none.</summary>
    public int Name;

    /// <summary>The place of its latest mention that a sieve has passed; -1 before the first.</summary>
    public int Last;

    /// <summary>A role or rank that stands before one of its names; null where there is none.</summary>
    public string? Title;

    /// <summary>Known only from bylines.</summary>
    public bool IsByline;

    /// <summary>A mention of whom it speaks for, where it is a capital or a seat that stands for somebody; else -1.</summary>
    public int SpeaksFor;

    /// <summary>Its number in the lists of countries and organizations; -1 where they do not have it.</summary>
    public int Alias;
}

/// <summary>The entities in the making: sets of mentions, joined by the sieves (union-find).</summary>
internal sealed class Clusters
{
    private int[] _parents = [];
    private ClusterInfo[] _infos = [];

    public void Reset(Article article, ReadOnlySpan<MentionDraft> mentions)
    {
        if (_parents.Length < mentions.Length)
        {
            var size = (int)Math.Max(mentions.Length, Math.Min(2L * _parents.Length, Array.MaxLength));
            _parents = new int[size];
            _infos = new ClusterInfo[size];
        }

        for (var i = 0; i < mentions.Length; i++)
        {
            article.Look(i);
            ref readonly var mention = ref mentions[i];
            _parents[i] = i;
            _infos[i] = new ClusterInfo
            {
                Class = mention.Class,
                Gender = mention.Gender,
                IsPlural = mention.IsPlural,
                Count = 1,
                Name = mention.Kind == MentionKind.Name ? i : -1,
                Last = -1,
                IsByline = mention.IsByline,
                Alias = -1,
                SpeaksFor = -1,
                Title = mention.Title,
            };
        }
    }

    /// <summary>The mention that stands for the whole set.</summary>
    public int Find(int mention)
    {
        while (_parents[mention] != mention)
        {
            _parents[mention] = _parents[_parents[mention]];
            mention = _parents[mention];
        }

        return mention;
    }

    /// <summary>What is known of the set that a mention lies in.</summary>
    public ref ClusterInfo Info(int mention) => ref _infos[Find(mention)];

    /// <summary>What is known of a set, by the mention that stands for it.</summary>
    public ref ClusterInfo InfoOf(int root) => ref _infos[root];

    public bool AreSame(int a, int b) => Find(a) == Find(b);

    /// <summary>Joins the sets of two mentions.</summary>
    public void Union(int a, int b)
    {
        a = Find(a);
        b = Find(b);
        if (a == b)
        {
            return;
        }

        // The larger set takes the smaller, which keeps the paths short.
        if (_infos[a].Count < _infos[b].Count)
        {
            (a, b) = (b, a);
        }

        _parents[b] = a;
        Merge(ref _infos[a], _infos[b]);
    }

    private static void Merge(ref ClusterInfo into, in ClusterInfo from)
    {
        if (into.Class == EntityClass.None || (into.Name < 0 && from.Name >= 0 && from.Class != EntityClass.None))
        {
            into.Class = from.Class;
        }

        into.Gender = MoreSpecific(into.Gender, from.Gender);
        into.IsPlural = into.Name >= 0 ? into.IsPlural : from.Name >= 0 ? from.IsPlural : into.IsPlural | from.IsPlural;
        into.Count += from.Count;
        into.Name = into.Name < 0 ? from.Name : into.Name;
        into.Title ??= from.Title;
        into.Last = Math.Max(into.Last, from.Last);
        into.IsByline &= from.IsByline;
        into.SpeaksFor = into.SpeaksFor < 0 ? from.SpeaksFor : into.SpeaksFor;
        into.Alias = into.Alias < 0 ? from.Alias : into.Alias;
    }

    private static Gender MoreSpecific(Gender a, Gender b) =>
        a is Gender.Unknown || (a is Gender.Person && b is Gender.Male or Gender.Female) ? b : a;
}
