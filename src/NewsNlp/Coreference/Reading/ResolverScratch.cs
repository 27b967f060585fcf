using NewsNlp.Coreference.Antecedents;
using NewsNlp.Coreference.Roles;
using NewsNlp.Threading;

namespace NewsNlp.Coreference.Reading;

/// <summary>What one run of the resolver works with; rented, and cleared for each document.</summary>
internal sealed class ResolverScratch
{
    private const int LargestKept = 1 << 18;

    private EntitySummary[] _summaries = [];

    public Article Article { get; } = new();

    public InterruptibleList<MentionDraft> MentionList { get; } = new();

    public Clusters Clusters { get; } = new();

    public WordIds Words { get; } = new();

    public List<RoleDraft> Roles { get; } = [];

    /// <summary>Roles by the number of their head noun.</summary>
    public Postings RolesByHead { get; } = new();

    /// <summary>Lists for the sieve that runs; it clears them.</summary>
    public Postings Postings { get; } = new();

    /// <summary>The numbers of names' words, one run a name.</summary>
    public InterruptibleList<int> NameWords { get; } = new();

    /// <summary>For each mention where its run in <see cref="NameWords"/> starts, and how long it is.</summary>
    public InterruptibleList<(int Start, int Length)> NameRuns { get; } = new();

    /// <summary>For each quote the mentions that are its source.</summary>
    public List<(int Quote, int Mention)> Sources { get; } = [];

    /// <summary>For each quote the first mention of its source; -1 where it has none.</summary>
    public List<int> FirstSources { get; } = [];

    /// <summary>The names of places that stand behind a preposition, each a word by its number.</summary>
    public HashSet<int> PlaceWords { get; } = [];

    /// <summary>What the text so far leaves behind for pronouns; the sieve that resolves them clears it.</summary>
    public PronounMemory PronounMemory { get; } = new();

    /// <summary>What the pronoun at hand may stand for, the nearest first.</summary>
    public List<int> Candidates { get; } = [];

    /// <summary>For each candidate how much it suggests itself.</summary>
    public List<int> Salience { get; } = [];

    /// <summary>What describes the candidates.</summary>
    public float[] Numbers { get; } = new float[AntecedentNumbers.MostCandidates * AntecedentNumbers.Count];

    public Span<MentionDraft> Mentions => MentionList.Items;

    /// <summary>Whether it is small enough to be kept for the next document.</summary>
    public bool IsWorthKeeping => MentionList.Capacity <= LargestKept && Article.Entries.Length <= 4 * LargestKept;

    /// <summary>A place for each mention, with whatever the last document left there.</summary>
    public Span<EntitySummary> RentSummaries()
    {
        if (_summaries.Length < MentionList.Count)
        {
            _summaries = new EntitySummary[(int)Math.Max(MentionList.Count, Math.Min(2L * _summaries.Length, Array.MaxLength))];
        }

        return _summaries.AsSpan(0, MentionList.Count);
    }

    /// <summary>Lets the growing of lists be ended early.</summary>
    public void SetToken(CancellationToken cancellationToken) =>
        MentionList.CancellationToken = NameWords.CancellationToken = NameRuns.CancellationToken = cancellationToken;

    public void Clear()
    {
        Article.Release();
        MentionList.Clear();
        SetToken(default);
        Words.Clear();
        Roles.Clear();
        RolesByHead.Clear();
        Postings.Clear();
        NameWords.Clear();
        NameRuns.Clear();
        Sources.Clear();
        FirstSources.Clear();
    }

    public ReadOnlySpan<int> NameOf(int mention)
    {
        var (start, length) = NameRuns[mention];
        return NameWords.Items.Slice(start, length);
    }
}
