using System.Runtime.CompilerServices;
using NewsNlp.Models;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;
using NewsNlp.Quotations.Roles;

namespace NewsNlp.Quotations.Acceptance;

/// <summary>
/// Chooses among candidate attributions: a logistic model over words and shapes gives each a value, boosted trees judge it by
/// its value, by how sure the models before were, and by the candidates around it; a threshold keeps the better ones, and
/// of two that share words of their cues the better one stays. Confidence is the trees' score brought to the scale of a
/// probability (Platt 1999). Immutable, safe for many threads.
/// </summary>
internal sealed class AcceptanceModel
{
    /// <summary>The unit of the numbers in the file.</summary>
    public const int Scale = 1 << 16;

    // The trees judge so many candidates at a time.
    private const int Batch = 8;

    private readonly double _threshold;
    private readonly double _slope;
    private readonly double _offset;
    private readonly LinearClassifier _classifier;
    private readonly BoostedTrees _trees;

    private AcceptanceModel(SectionReader reader)
    {
        CueThreshold = reader.Int32() / (double)Scale;
        _threshold = reader.Int32() / (double)Scale;
        _slope = reader.Int32() / (double)Scale;
        _offset = reader.Int32() / (double)Scale;
        if (CueThreshold is < 0.01 or > 1) throw reader.Damaged($"the cue threshold is {CueThreshold}");
        _classifier = LinearClassifier.Read(reader);
        _trees = BoostedTrees.Read(reader, AcceptanceNumbers.Count);
    }

    /// <summary>How likely a cue must be to be looked at.</summary>
    public double CueThreshold { get; }

    /// <summary>Reads a model; the reader stands behind it when this returns.</summary>
    public static AcceptanceModel Read(SectionReader reader) => new(reader);

    /// <summary>Sets the <see cref="Attribution.Value"/> of candidates, as the logistic model sees them.</summary>
    [SkipLocalsInit]
    public static void SetValues(
        LinearClassifier classifier, ArticleReader article, QuotationFinder quotations, ReadOnlySpan<Attribution> candidates,
        CancellationToken cancellationToken = default)
    {
        Span<uint> buffer = stackalloc uint[AcceptanceFeatures.MaxCount];
        for (var i = 0; i < candidates.Length; i++)
        {
            if (i % 64 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var list = new FeatureList(buffer);
            AcceptanceFeatures.Extract(article, quotations, candidates, i, ref list);
            candidates[i].Value = classifier.Score(list.Features) * classifier.Table.Quantum;
        }
    }

    /// <summary>Sets the candidates' confidence, and adds the accepted ones to a list in order of their cues.</summary>
    public void Choose(
        ArticleReader article, QuotationFinder quotations, RoleProbabilities roles, ReadOnlySpan<Attribution> candidates,
        List<Attribution> accepted, CancellationToken cancellationToken = default)
    {
        SetValues(_classifier, article, quotations, candidates, cancellationToken);
        SetConfidence(article, quotations, roles, candidates, cancellationToken);
        for (var i = 0; i < candidates.Length; i++)
        {
            if (i % 256 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (candidates[i].Confidence > 0 && IsBestOfItsCue(candidates, i))
            {
                accepted.Add(candidates[i]);
            }
        }
    }

    [SkipLocalsInit]
    private void SetConfidence(
        ArticleReader article, QuotationFinder quotations, RoleProbabilities roles, ReadOnlySpan<Attribution> candidates,
        CancellationToken cancellationToken)
    {
        Span<float> numbers = stackalloc float[Batch * AcceptanceNumbers.Count];
        Span<double> scores = stackalloc double[Batch];
        for (var first = 0; first < candidates.Length; first += Batch)
        {
            if (first % (8 * Batch) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var count = Math.Min(Batch, candidates.Length - first);
            for (var i = 0; i < count; i++)
            {
                AcceptanceNumbers.Extract(
                    article, quotations, roles, candidates, first + i, numbers.Slice(i * AcceptanceNumbers.Count, AcceptanceNumbers.Count));
            }

            _trees.Scores(numbers, AcceptanceNumbers.Count, scores[..count]);
            for (var i = 0; i < count; i++)
            {
                var candidate = candidates[first + i];
                candidate.Confidence = scores[i] < _threshold || candidate.Content.Count == 0
                    ? 0
                    : (float)PortableMath.Logistic((_slope * scores[i]) + _offset);
            }
        }
    }

    // Of candidates whose cues overlap the surest stays, of equals the first: what overlaps it is out, even for one
    // that does not.
    private static bool IsBestOfItsCue(ReadOnlySpan<Attribution> candidates, int index)
    {
        var own = candidates[index];
        for (var j = index - 1; j >= 0 && candidates[j].Cue.First > own.Cue.First - Cues.CueTagger.Longest; j--)
        {
            if (candidates[j].Cue.Overlaps(own.Cue) && candidates[j].Confidence >= own.Confidence)
            {
                return false;
            }
        }

        for (var j = index + 1; j < candidates.Length && candidates[j].Cue.First < own.Cue.End; j++)
        {
            if (candidates[j].Cue.Overlaps(own.Cue) && candidates[j].Confidence > own.Confidence)
            {
                return false;
            }
        }

        return true;
    }
}
