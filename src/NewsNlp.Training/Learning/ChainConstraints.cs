namespace NewsNlp.Training.Learning;

/// <summary>Which labels may start and end a sequence, and which may follow which.</summary>
internal sealed class ChainConstraints
{
    private readonly bool[] _starts;
    private readonly bool[] _ends;
    private readonly bool[] _follows;

    private ChainConstraints(int labelCount, Func<int, bool> starts, Func<int, bool> ends, Func<int, int, bool> follows)
    {
        LabelCount = labelCount;
        _starts = [.. Enumerable.Range(0, labelCount).Select(starts)];
        _ends = [.. Enumerable.Range(0, labelCount).Select(ends)];
        _follows = [.. Enumerable.Range(0, labelCount * labelCount).Select(i => follows(i / labelCount, i % labelCount))];
    }

    public int LabelCount { get; }

    public bool MayStart(int label) => _starts[label];

    public bool MayEnd(int label) => _ends[label];

    public bool MayFollow(int previous, int label) => _follows[previous * LabelCount + label];

    /// <summary>No restriction.</summary>
    public static ChainConstraints None(int labelCount) => new(labelCount, _ => true, _ => true, (_, _) => true);

    /// <summary>Any rules, the last one asked with the previous label and the label.</summary>
    public static ChainConstraints Of(int labelCount, Func<int, bool> starts, Func<int, bool> ends, Func<int, int, bool> follows) =>
        new(labelCount, starts, ends, follows);

    /// <summary>
    /// The rules of BIOES labels, "O" and "B-X", "I-X", "E-X", "S-X": what is begun goes on to its end with the same X.
    /// </summary>
    public static ChainConstraints Bioes(IReadOnlyList<string> labels)
    {
        bool Opens(int label) => labels[label][0] is 'B' or 'I';
        bool Continues(int label) => labels[label][0] is 'I' or 'E';
        return new(
            labels.Count,
            label => !Continues(label),
            label => !Opens(label),
            (previous, label) => Opens(previous)
                ? Continues(label) && labels[label].AsSpan(1).SequenceEqual(labels[previous].AsSpan(1))
                : !Continues(label));
    }
}
