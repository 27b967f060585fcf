using NewsNlp.Coreference.Reading;
using NewsNlp.Documents;
using NewsNlp.Lexicons;

namespace NewsNlp.Coreference.Sieves;

// Interviews and transcripts that label their lines by initials or in capitals: "AL:", "LEE:" for Ann Lee.
internal sealed partial class SourceSieve
{
    private const int Ambiguous = -1;

    private Dictionary<uint, int>? _initials;
    private Dictionary<string, int>? _families;

    /// <summary>Joins the source found last with the one person whose initials or family name it is, where it labels a line.</summary>
    private void JoinLabel(TextSpan piece)
    {
        var token = _article.TokenAt(piece.Start);
        if (_article.EndOf(token) != piece.End || token + 1 >= _article.Count || _article.Form(token + 1) is not ":"
            || scratch.Mentions[scratch.Sources[^1].Mention] is { Kind: MentionKind.Name, Class: EntityClass.Person } || _article.Form(token).ContainsAnyInRange('a', 'z'))
        {
            return;
        }

        if (PersonNamed(_article.Form(token)) is >= 0 and var named)
        {
            scratch.Clusters.Union(named, scratch.Sources[^1].Mention);
            return;
        }

        if (Initials.Of(_article.Form(token)) is not (> 0 and var initials))
        {
            return;
        }

        _initials ??= InitialsOfPeople();
        if (_initials.TryGetValue(initials, out var person) && person != Ambiguous)
        {
            scratch.Clusters.Union(person, scratch.Sources[^1].Mention);
        }
    }

    /// <summary>The first person whose family name is a word in capitals; -1 where there is none.</summary>
    private int PersonNamed(ReadOnlySpan<char> capitals)
    {
        _families ??= FamilyNames();
        return _families.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(capitals, out var person) ? person : -1;
    }

    private Dictionary<string, int> FamilyNames()
    {
        var people = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < scratch.Mentions.Length; i++)
        {
            _article.Look(i);
            if (scratch.Mentions[i] is { Kind: MentionKind.Name, Class: EntityClass.Person, IsDropped: false } mention && mention.CoreEnd - mention.Core > 1)
            {
                people.TryAdd(_article.Form(mention.CoreEnd - 1).ToString(), i);
            }
        }

        return people;
    }

    private Dictionary<uint, int> InitialsOfPeople()
    {
        var people = new Dictionary<uint, int>();
        for (var i = 0; i < scratch.Mentions.Length; i++)
        {
            _article.Look(i);
            ref readonly var mention = ref scratch.Mentions[i];
            if (mention is not { Kind: MentionKind.Name, Class: EntityClass.Person, IsDropped: false } || InitialsOf(mention) is not (> 0 and var initials))
            {
                continue;
            }

            if (!people.TryAdd(initials, i) && people[initials] is >= 0 and var other && !scratch.Clusters.AreSame(other, i))
            {
                people[initials] = Ambiguous;
            }
        }

        return people;
    }

    private uint InitialsOf(in MentionDraft mention)
    {
        if (mention.CoreEnd - mention.Core is < 2 or > Initials.Most)
        {
            return 0;
        }

        uint initials = 0;
        for (var token = mention.Core; token < mention.CoreEnd; token++)
        {
            if (!Initials.TryAdd(ref initials, _article.Form(token)[0]))
            {
                return 0;
            }
        }

        return initials;
    }
}
