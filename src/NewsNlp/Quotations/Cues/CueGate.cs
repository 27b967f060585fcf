using NewsNlp.Models;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Cues;

/// <summary>
/// Rules out the words that are part of no cue, by few features, before the chain looks at the rest with many: most words
/// are. Learned from what the chain itself says. Immutable, safe for many threads.
/// </summary>
internal sealed class CueGate
{
    /// <summary>The unit of the threshold in the file.</summary>
    public const int Scale = 1 << 16;

    private readonly LinearClassifier _classifier;
    private readonly int _threshold;

    private CueGate(SectionReader reader)
    {
        var threshold = reader.Int32() / (double)Scale;
        _classifier = LinearClassifier.Read(reader);
        _threshold = (int)Math.Floor(threshold / _classifier.Table.Quantum);
    }

    /// <summary>Reads a gate; the reader stands behind it when this returns.</summary>
    public static CueGate Read(SectionReader reader) => new(reader);

    /// <summary>Whether the token may be part of a cue.</summary>
    public bool LetsPass(CueFeatures features, int token)
    {
        Span<uint> buffer = stackalloc uint[CueFeatures.GateCount];
        var list = new FeatureList(buffer);
        features.ExtractGate(token, ref list);
        return _classifier.Score(list.Features) >= _threshold;
    }
}
