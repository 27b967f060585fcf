using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace NewsNlp.Evaluation;

/// <summary>A score for each label, in ordinal order of the labels. Scores of several documents add up.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed class LabelScores : IReadOnlyDictionary<string, PrecisionRecall>, IAdditionOperators<LabelScores, LabelScores, LabelScores>
{
    private readonly SortedDictionary<string, PrecisionRecall> _scores = new(StringComparer.Ordinal);

    internal LabelScores()
    {
    }

    /// <summary>No label at all.</summary>
    public static LabelScores None { get; } = new();

    /// <inheritdoc/>
    public int Count => _scores.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _scores.Keys;

    /// <inheritdoc/>
    public IEnumerable<PrecisionRecall> Values => _scores.Values;

    /// <summary>All labels together: the micro average.</summary>
    public PrecisionRecall Micro => _scores.Values.Aggregate(default(PrecisionRecall), PrecisionRecall.Add);

    /// <inheritdoc/>
    public PrecisionRecall this[string key] => _scores[key];

    /// <summary>The scores of both documents, or sets of documents, together.</summary>
    public static LabelScores operator +(LabelScores left, LabelScores right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var sum = new LabelScores();
        foreach (var (label, score) in left) sum.Tally(label, score);
        foreach (var (label, score) in right) sum.Tally(label, score);
        return sum;
    }

    /// <summary>The same as the operator.</summary>
    public static LabelScores Add(LabelScores left, LabelScores right) => left + right;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _scores.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out PrecisionRecall value) => _scores.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, PrecisionRecall>> GetEnumerator() => _scores.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Tally(string label, PrecisionRecall score) => _scores[label] = _scores.GetValueOrDefault(label) + score;
}
