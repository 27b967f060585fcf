using System.Runtime.CompilerServices;
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

    private const int Ahead = 16;

    private readonly LinearClassifier _classifier;
    private readonly int _threshold;

    private CueGate(SectionReader reader)
    {
        var threshold = reader.Int32() / (double)Scale;
        _classifier = LinearClassifier.Read(reader);
        _threshold = (int)Math.Floor(threshold / _classifier.Table.Quantum);
    }

    /// <summary>The weights.</summary>
    public WeightTable Table => _classifier.Table;

    /// <summary>Reads a gate; the reader stands behind it when this returns.</summary>
    public static CueGate Read(SectionReader reader) => new(reader);

    /// <summary>Finds out which tokens of a sentence may be part of a cue.</summary>
    /// <param name="features">The features, turned to the sentence.</param>
    /// <param name="start">The sentence's first token.</param>
    /// <param name="passes">Takes an answer for each token.</param>
    [SkipLocalsInit]
    public void LetPass(CueFeatures features, int start, Span<bool> passes)
    {
        // The weights of some tokens are on their way while the features of the next ones are extracted.
        Span<uint> buffer = stackalloc uint[Ahead * CueFeatures.GateCount];
        for (var from = 0; from < passes.Length; from += Ahead)
        {
            var to = Math.Min(from + Ahead, passes.Length);
            var list = new FeatureList(buffer);
            for (var i = from; i < to; i++)
            {
                features.ExtractGate(start + i, ref list);
            }

            _classifier.Table.Prefetch(list.Features);
            for (var i = from; i < to; i++)
            {
                passes[i] = _classifier.Score(list.Features.Slice((i - from) * CueFeatures.GateCount, CueFeatures.GateCount)) >= _threshold;
            }
        }
    }
}
