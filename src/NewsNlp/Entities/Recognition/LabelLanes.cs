namespace NewsNlp.Entities.Recognition;

/// <summary>
/// The order in which scores of the chain's labels lie in memory: all that begin a mention of the first eight kinds, then all that are
/// a mention alone, all inside, all at an end; then outside, and the labels of further kinds. What may follow the same
/// labels lies together, so that vectors are full.
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class LabelLanes
{
    private const int Together = 8;

    /// <summary>The numbers of a vector of scores, filled up with lanes without meaning.</summary>
    public const int Step = 8;

    private readonly byte[] _lanes;

    /// <summary>The order for so many kinds of mentions, at most <see cref="LabelScheme.MostLabels"/>.</summary>
    public LabelLanes(int kinds)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)kinds, (uint)LabelScheme.MostLabels, nameof(kinds));
        _lanes = [.. Enumerable.Range(0, ChainLabels.CountFor(kinds)).Select(LaneOf)];
        Count = (_lanes.Max() + Step) / Step * Step;
        foreach (int label in Enumerable.Range(0, _lanes.Length).Where(ChainLabels.Starts)) Starts |= 1UL << _lanes[label];
    }

    /// <summary>How many labels there are.</summary>
    public int LabelCount => _lanes.Length;

    /// <summary>How many lanes the labels take, a multiple of <see cref="Step"/>, at most 64.</summary>
    public int Count { get; }

    /// <summary>The lanes of the labels that a mention begins with, a bit each.</summary>
    public ulong Starts { get; }

    /// <summary>For each label its lane.</summary>
    public ReadOnlySpan<byte> OfLabels => _lanes;

    /// <summary>The lane of a label.</summary>
    public int Of(int label) => _lanes[label];

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
