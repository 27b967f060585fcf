using NewsNlp.Models;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Acceptance;

/// <summary>
/// Chooses among candidate attributions: a logistic model gives each a value, a threshold keeps the better ones, and of
/// two that share words of their cues the better one stays. Confidence is the value brought to the scale of a probability
/// (Platt 1999). Immutable, safe for many threads.
/// </summary>
internal sealed class AcceptanceModel
{
    /// <summary>The unit of the numbers in the file.</summary>
    public const int Scale = 1 << 16;

    private readonly double _threshold;
    private readonly double _slope;
    private readonly double _offset;
    private readonly LinearClassifier _classifier;

    private AcceptanceModel(SectionReader reader)
    {
        CueThreshold = reader.Int32() / (double)Scale;
        _threshold = reader.Int32() / (double)Scale;
        _slope = reader.Int32() / (double)Scale;
        _offset = reader.Int32() / (double)Scale;
        if (CueThreshold is < 0.01 or > 1) throw reader.Damaged($"the cue threshold is {CueThreshold}");
        _classifier = LinearClassifier.Read(reader);
    }

    /// <summary>How likely a cue must be to be looked at.</summary>
    public double CueThreshold { get; }

    /// <summary>Reads a model; the reader stands behind it when this returns.</summary>
    public static AcceptanceModel Read(SectionReader reader) => new(reader);

    /// <summary>The value of a candidate as log odds.</summary>
    public double Value(ArticleReader article, QuotationFinder quotations, ReadOnlySpan<Attribution> candidates, int index)
    {
        Span<uint> buffer = stackalloc uint[AcceptanceFeatures.MaxCount];
        var list = new FeatureList(buffer);
        AcceptanceFeatures.Extract(article, quotations, candidates, index, ref list);
        return _classifier.Score(list.Features) * _classifier.Table.Quantum;
    }

    /// <summary>Sets the candidates' confidence, and adds the accepted ones to a list in order of their cues.</summary>
    public void Choose(
        ArticleReader article, QuotationFinder quotations, ReadOnlySpan<Attribution> candidates, List<Attribution> accepted)
    {
        for (var i = 0; i < candidates.Length; i++)
        {
            var value = Value(article, quotations, candidates, i);
            candidates[i].Confidence = value < _threshold || candidates[i].Content.Count == 0
                ? 0
                : (float)PortableMath.Logistic((_slope * value) + _offset);
        }

        for (var i = 0; i < candidates.Length; i++)
        {
            if (candidates[i].Confidence > 0 && IsBestOfItsCue(candidates, i))
            {
                accepted.Add(candidates[i]);
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
