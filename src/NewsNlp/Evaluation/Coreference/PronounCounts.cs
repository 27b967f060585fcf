using System.Numerics;

namespace NewsNlp.Evaluation.Coreference;

/// <summary>How many pronouns were taken for the right entity. Counts of several documents add up.</summary>
/// <param name="Right">Taken for the right entity.</param>
/// <param name="Wrong">Taken for another one.</param>
/// <param name="Unresolved">In no entity of the system's, or in one that is all pronouns.</param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct PronounCounts(int Right, int Wrong, int Unresolved)
    : IAdditionOperators<PronounCounts, PronounCounts, PronounCounts>
{
    /// <summary>How many pronouns there are.</summary>
    public int Total => Right + Wrong + Unresolved;

    /// <summary>The share that is right, from 0 to 1; 0 where there are none.</summary>
    public double Accuracy => Total > 0 ? (double)Right / Total : 0;

    /// <summary>The counts of both.</summary>
    public static PronounCounts operator +(PronounCounts left, PronounCounts right) =>
        new(left.Right + right.Right, left.Wrong + right.Wrong, left.Unresolved + right.Unresolved);

    /// <summary>The same as the operator.</summary>
    public static PronounCounts Add(PronounCounts left, PronounCounts right) => left + right;
}

/// <summary>How third-person singular pronouns were resolved. Scores of several documents add up.</summary>
/// <param name="HeOrShe">Forms of <i>he</i> and <i>she</i>.</param>
/// <param name="It">Forms of <i>it</i>.</param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct PronounScores(PronounCounts HeOrShe, PronounCounts It)
    : IAdditionOperators<PronounScores, PronounScores, PronounScores>
{
    /// <summary>All third-person singular pronouns.</summary>
    public PronounCounts All => HeOrShe + It;

    /// <summary>The scores of both documents, or sets of documents, together.</summary>
    public static PronounScores operator +(PronounScores left, PronounScores right) =>
        new(left.HeOrShe + right.HeOrShe, left.It + right.It);

    /// <summary>The same as the operator.</summary>
    public static PronounScores Add(PronounScores left, PronounScores right) => left + right;
}
