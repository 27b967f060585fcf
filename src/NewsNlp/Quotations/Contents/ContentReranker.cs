using NewsNlp.Models;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Contents;

/// <summary>Picks one of a cue's best attributions by features of the whole. Immutable, safe for many threads.</summary>
internal sealed class ContentReranker
{
    /// <summary>The unit of the weight of the chain's score in the file.</summary>
    public const int WeightScale = 1 << 16;

    private readonly LinearClassifier _classifier;
    private readonly double _weightOfChain;

    private ContentReranker(SectionReader reader)
    {
        _weightOfChain = reader.Int32() / (double)WeightScale;
        _classifier = LinearClassifier.Read(reader);
    }

    /// <summary>Reads a reranker; the reader stands behind it when this returns.</summary>
    public static ContentReranker Read(SectionReader reader) => new(reader);

    /// <summary>The index of the best attribution.</summary>
    public int Pick(in AttributionFeatures features, ReadOnlySpan<Attribution> attributions)
    {
        Span<uint> buffer = stackalloc uint[AttributionFeatures.MaxCount];
        var best = 0;
        var top = double.MinValue;
        for (var k = 0; k < attributions.Length; k++)
        {
            var list = new FeatureList(buffer);
            features.Extract(attributions[k], k, ref list);
            var score = (_classifier.Score(list.Features) * _classifier.Table.Quantum)
                + (_weightOfChain * attributions[k].RelativeScore);
            if (score > top)
            {
                (best, top) = (k, score);
            }
        }

        return best;
    }
}
