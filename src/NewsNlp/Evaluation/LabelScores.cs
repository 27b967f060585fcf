using System.Numerics;

namespace NewsNlp.Evaluation;

/// <summary>A score for each label. Scores of several documents add up.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed class LabelScores : IAdditionOperators<LabelScores, LabelScores, LabelScores>
{
    private readonly SortedDictionary<string, PrecisionRecall> _scores = new(StringComparer.Ordinal);

    internal LabelScores()
    {
    }

    /// <summary>No label at all.</summary>
    public static LabelScores None { get; } = new();

    /// <summary>The scores, in ordinal order of the labels.</summary>
    public IReadOnlyDictionary<string, PrecisionRecall> ByLabel => _scores;

    /// <summary>All labels together: the micro average.</summary>
    public PrecisionRecall Micro => _scores.Values.Aggregate(default(PrecisionRecall), PrecisionRecall.Add);

    /// <summary>The score of a label; an empty one where neither side has it.</summary>
    public PrecisionRecall this[string label] => _scores.GetValueOrDefault(label);

    /// <summary>The scores of both documents, or sets of documents, together.</summary>
    public static LabelScores operator +(LabelScores left, LabelScores right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var sum = new LabelScores();
        foreach (var (label, score) in left._scores) sum.Tally(label, score);
        foreach (var (label, score) in right._scores) sum.Tally(label, score);
        return sum;
    }

    /// <summary>The same as the operator.</summary>
    public static LabelScores Add(LabelScores left, LabelScores right) => left + right;

    internal void Tally(string label, PrecisionRecall score) => _scores[label] = _scores.GetValueOrDefault(label) + score;
}
