using System.Runtime.CompilerServices;
using NewsNlp.Models;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Contents;

/// <summary>Picks one of a cue's best attributions by features of the whole. Immutable, safe for many threads.</summary>
internal sealed class ContentReranker
{
    /// <summary>The unit of the weight of the chain's score in the file.</summary>
    public const int WeightScale = 1 << 16;

    private const int MaxPieces = ContentTagger.MaxBest * AttributionFeatures.MaxOwnPieces;

    private readonly LinearClassifier _classifier;
    private readonly double _weightOfChain;

    private ContentReranker(SectionReader reader)
    {
        _weightOfChain = reader.Int32() / (double)WeightScale;
        _classifier = LinearClassifier.Read(reader);
    }

    /// <summary>Reads a reranker; the reader stands behind it when this returns.</summary>
    public static ContentReranker Read(SectionReader reader) => new(reader);

    /// <summary>The index of the best attribution; there are at most <see cref="ContentTagger.MaxBest"/>.</summary>
    [SkipLocalsInit]
    public int Pick(in AttributionFeatures features, ReadOnlySpan<Attribution> attributions)
    {
        // The attributions are put together from few pieces, each of which is looked at once: sums of integers do not
        // depend on their order.
        Span<(Piece Piece, int Score)> known = stackalloc (Piece, int)[MaxPieces];
        var count = 0;
        Span<uint> buffer = stackalloc uint[AttributionFeatures.MaxCount];
        var best = 0;
        var top = double.MinValue;
        for (var k = 0; k < attributions.Length; k++)
        {
            var list = new FeatureList(buffer);
            features.ExtractWhole(attributions[k], k, ref list);
            _classifier.Table.Prefetch(list.Features);
            var sum = _classifier.Score(list.Features);
            for (var i = 0; i < AttributionFeatures.CountOfPieces(attributions[k]); i++)
            {
                var piece = AttributionFeatures.PieceOf(attributions[k], i);
                sum += Find(known[..count], piece, out var score) ? score : Score(features, piece, known, ref count, buffer);
            }

            var total = (sum * _classifier.Table.Quantum) + (_weightOfChain * attributions[k].RelativeScore);
            if (total > top)
            {
                (best, top) = (k, total);
            }
        }

        return best;
    }

    private static bool Find(ReadOnlySpan<(Piece Piece, int Score)> known, Piece piece, out int score)
    {
        foreach (var entry in known)
        {
            if (entry.Piece == piece)
            {
                score = entry.Score;
                return true;
            }
        }

        score = 0;
        return false;
    }

    private int Score(
        in AttributionFeatures features, Piece piece, Span<(Piece Piece, int Score)> known, ref int count, Span<uint> buffer)
    {
        var list = new FeatureList(buffer);
        features.ExtractPiece(piece, ref list);
        _classifier.Table.Prefetch(list.Features);
        var sum = _classifier.Table.Sum(list.Features);
        known[count++] = (piece, sum);
        return sum;
    }
}
