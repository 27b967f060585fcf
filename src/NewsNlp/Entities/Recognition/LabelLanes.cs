namespace NewsNlp.Entities.Recognition;

/// <summary>
/// The order in which scores of the chain's labels lie in memory: all that begin a mention of the first eight kinds, then all that are
/// a mention alone, all inside, all at an end; then outside, and the labels of further kinds. What may follow the same
/// labels lies together, so that vectors are full.
/// </summary>
internal static class LabelLanes
{
    private const int Together = 8;

    /// <summary>The numbers of a vector of scores, filled up with lanes without meaning.</summary>
    public const int Step = 8;

    private static readonly byte[] Lanes = [.. Enumerable.Range(0, ChainLabels.Count).Select(LaneOf)];

    /// <summary>How many lanes the labels take, a multiple of <see cref="Step"/>.</summary>
    public static int Count { get; } = (Lanes.Max() + Step) / Step * Step;

    /// <summary>For each label its lane.</summary>
    public static ReadOnlySpan<byte> OfLabels => Lanes;

    /// <summary>The lane of a label.</summary>
    public static int Of(int label) => Lanes[label];

    private static byte LaneOf(int label)
    {
        if (label == ChainLabels.Outside) return ChainLabels.PerKind * Together;
        int kind = ChainLabels.KindOf(label), part = (label - 1) % ChainLabels.PerKind;
        // Begin and single first: they may follow the same labels.
        int place = part switch { 0 => 0, 3 => 1, 1 => 2, _ => 3 };
        return (byte)(kind < Together
            ? place * Together + kind
            : ChainLabels.PerKind * Together + 1 + (kind - Together) * ChainLabels.PerKind + place);
    }
}
