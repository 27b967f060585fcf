using System.Numerics;

namespace NewsNlp.Evaluation;

/// <summary>Right ones among a number. Shares of several documents add up.</summary>
/// <param name="Right">How many are right.</param>
/// <param name="Total">Of how many.</param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct Share(int Right, int Total)
    : IAdditionOperators<Share, Share, Share>
{
    /// <summary>The share that is right, from 0 to 1; 0 of none.</summary>
    public double Value => Total > 0 ? (double)Right / Total : 0;

    /// <summary>Both together.</summary>
    public static Share operator +(Share left, Share right) => new(left.Right + right.Right, left.Total + right.Total);

    /// <summary>The same as the operator.</summary>
    public static Share Add(Share left, Share right) => left + right;
}
