using System.Numerics;
using NewsNlp.Evaluation.Quotations;

namespace NewsNlp.Tool.Evaluation;

/// <summary>The scores of quotes, of all and of some; scores of several documents add up.</summary>
internal sealed record QuoteSubsetScores(IReadOnlyList<QuoteSubset> Subsets, IReadOnlyList<QuoteScores> Scores)
    : IAdditionOperators<QuoteSubsetScores, QuoteSubsetScores, QuoteSubsetScores>
{
    public static QuoteSubsetScores operator +(QuoteSubsetScores left, QuoteSubsetScores right) =>
        left with { Scores = [.. left.Scores.Zip(right.Scores, QuoteScores.Add)] };
}
