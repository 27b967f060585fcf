using System.Numerics;

namespace NewsNlp.Evaluation;

/// <summary>
/// What precision, recall and F1 are computed from. Scores of several documents add up, and the sum is their micro average.
/// </summary>
/// <remarks>
/// Precision and recall have numerators of their own, since measures with partial credit count differently from either side.
/// </remarks>
/// <param name="SystemRight">How much of what the system gave is right; a whole number save for measures with partial credit.</param>
/// <param name="SystemCount">How much the system gave.</param>
/// <param name="GoldRight">How much of the gold the system found.</param>
/// <param name="GoldCount">How much the gold holds.</param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct PrecisionRecall(double SystemRight, double SystemCount, double GoldRight, double GoldCount)
    : IAdditionOperators<PrecisionRecall, PrecisionRecall, PrecisionRecall>
{
    /// <summary>The score of items that are right or wrong as a whole.</summary>
    /// <param name="right">How many the two sides share.</param>
    /// <param name="system">How many the system gave.</param>
    /// <param name="gold">How many the gold holds.</param>
    public PrecisionRecall(int right, int system, int gold)
        : this(right, system, right, gold)
    {
    }

    /// <summary>Whether neither side has anything, so that there is nothing to measure.</summary>
    public bool IsEmpty => SystemCount == 0 && GoldCount == 0;

    /// <summary>The share of the system's that is right, from 0 to 1; 0 where the system gave nothing.</summary>
    public double Precision => SystemCount > 0 ? SystemRight / SystemCount : 0;

    /// <summary>The share of the gold that was found, from 0 to 1; 0 where the gold is empty.</summary>
    public double Recall => GoldCount > 0 ? GoldRight / GoldCount : 0;

    /// <summary>The harmonic mean of precision and recall, from 0 to 1; 0 where both are.</summary>
    public double F1 => Precision + Recall is > 0 and var sum ? 2 * Precision * Recall / sum : 0;

    /// <summary>The score of both documents, or sets of documents, together.</summary>
    public static PrecisionRecall operator +(PrecisionRecall left, PrecisionRecall right) => new(
        left.SystemRight + right.SystemRight,
        left.SystemCount + right.SystemCount,
        left.GoldRight + right.GoldRight,
        left.GoldCount + right.GoldCount);

    /// <summary>The same as the operator.</summary>
    public static PrecisionRecall Add(PrecisionRecall left, PrecisionRecall right) => left + right;
}
