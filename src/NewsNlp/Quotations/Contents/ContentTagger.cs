using NewsNlp.Models;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;
using NewsNlp.Quotations.Roles;

namespace NewsNlp.Quotations.Contents;

/// <summary>
/// Finds a cue's source and content: a chain over the cue's window gives the best few labellings, and a reranker that sees
/// whole attributions picks one (Collins and Koo 2005). Scratch memory around shared models.
/// </summary>
internal sealed class ContentTagger(LinearChainModel chain, ContentReranker? reranker)
{
    /// <summary>How many labellings the reranker chooses from.</summary>
    public const int MaxBest = 8;

    // A cue less likely than this is accepted once in twenty times: it keeps the best labelling, whatever the reranker would say.
    private const float Unlikely = 0.15f;

    // A best labelling as likely as this leaves nothing to choose.
    private const double Sure = 0.95;

    // Labels less likely than this at a unit are in none of the labellings that could still be picked.
    private const double Hopeless = 1e-3;

    // Nor are labellings that are so much less likely than the best one, as a natural logarithm.
    private const double FarBehind = 3.5;

    private readonly UnitWindow _window = new();
    private readonly UnitFeatures _features = new();
    private readonly UnitScores _unitScores = new(chain.Table);
    private readonly LinearChainWorkspace _workspace = new();
    private readonly long _margin = (long)(FarBehind / chain.Table.Quantum);
    private readonly Attribution[] _best = [.. Enumerable.Range(0, MaxBest).Select(_ => new Attribution())];
    private readonly long[] _scores = new long[MaxBest];
    private byte[] _labels = [];

    /// <summary>How many units the window of the last cue had: what finding its source and content took.</summary>
    public int UnitCount => _window.Count;

    /// <summary>Finds what goes with a cue.</summary>
    /// <param name="article">The article.</param>
    /// <param name="quotations">Its quotations.</param>
    /// <param name="cue">The cue.</param>
    /// <param name="likely">The article's likely cues, in order.</param>
    /// <param name="roles">The tokens' likely roles; the reranker looks at them.</param>
    /// <param name="result">Takes what was found; without a content where there is none.</param>
    public void Find(
        ArticleReader article, QuotationFinder quotations, Cue cue, ReadOnlySpan<Cue> likely, RoleProbabilities roles,
        Attribution result)
    {
        result.Clear(cue);
        var count = FindBest(article, quotations, cue, likely, reranker is null || cue.Probability < Unlikely ? 1 : MaxBest);
        if (count == 0)
        {
            return;
        }

        var pick = 0;
        if (reranker is not null && count > 1)
        {
            pick = reranker.Pick(
                new AttributionFeatures(article, quotations, roles, cue, Inside(likely, _window)), _best.AsSpan(0, count));
        }

        var labels = _labels.AsSpan(pick * _window.Count, _window.Count);
        result.CopyFrom(_best[pick]);
        result.SourceProbability = LeastEdge(labels, ContentLabels.Source);
        result.ContentProbability = LeastEdge(labels, ContentLabels.Content);
    }

    /// <summary>The best labellings of a cue's window as attributions, best first; good until the next call.</summary>
    public ReadOnlySpan<Attribution> FindAll(ArticleReader article, QuotationFinder quotations, Cue cue, ReadOnlySpan<Cue> likely) =>
        _best.AsSpan(0, FindBest(article, quotations, cue, likely, MaxBest));

    /// <summary>Of cues in order, those that begin inside a window.</summary>
    public static ReadOnlySpan<Cue> Inside(ReadOnlySpan<Cue> cues, UnitWindow window)
    {
        int first = window.First[0], end = window.End[window.Count - 1];
        var from = LowerBound(cues, first);
        var to = from;
        while (to < cues.Length && cues[to].First < end)
        {
            to++;
        }

        return cues[from..to];
    }

    /// <summary>Of cues in order, those that the window of the last call holds.</summary>
    public ReadOnlySpan<Cue> InsideWindow(ReadOnlySpan<Cue> cues) => Inside(cues, _window);

    private static int LowerBound(ReadOnlySpan<Cue> cues, int token)
    {
        int low = 0, high = cues.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = cues[middle].First < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private int FindBest(ArticleReader article, QuotationFinder quotations, Cue cue, ReadOnlySpan<Cue> likely, int most)
    {
        _window.Build(article, quotations, cue);
        _features.Begin(article, quotations, _window, cue, Inside(likely, _window));
        _workspace.Begin(chain, _window.Count);
        LinearChainWorkspace.Grow(ref _labels, most * _window.Count);
        for (var m = 0; m < _window.Count; m++)
        {
            _workspace.Restrict(m, m == _window.CueUnit ? ContentLabels.CueAlone : ContentLabels.AllButCue);
        }

        _unitScores.Add(_features, _window.CueUnit, _workspace);
        var count = Decode(most);
        for (var k = 0; k < count; k++)
        {
            var labels = _labels.AsSpan(k * _window.Count, _window.Count);
            var attribution = _best[k];
            attribution.Clear(cue);
            attribution.RelativeScore = (_scores[k] - _scores[0]) * chain.Table.Quantum;
            ContentLabels.AddPieces(labels, ContentLabels.Source, _window, attribution.Source);
            ContentLabels.AddPieces(labels, ContentLabels.Content, _window, attribution.Content);
        }

        return count;
    }

    private int Decode(int most)
    {
        if (!chain.ForwardBackward(_workspace) || !chain.Decode(_workspace, _labels, out _scores[0]))
        {
            return 0;
        }

        if (most == 1 || chain.SegmentProbability(_workspace, 0, _labels.AsSpan(0, _window.Count)) >= Sure)
        {
            return 1;
        }

        for (var m = 0; m < _window.Count; m++)
        {
            var allowed = 0ul;
            for (var label = 0; label < ContentLabels.Count; label++)
            {
                allowed |= chain.Marginal(_workspace, m, label) >= Hopeless ? 1ul << label : 0;
            }

            _workspace.Restrict(m, allowed);
        }

        return chain.DecodeBest(_workspace, most, _labels, _scores, _margin);
    }

    // The least of the probabilities that a piece begins, or ends, where the labelling has it; without a piece, that none
    // begins anywhere.
    private float LeastEdge(ReadOnlySpan<byte> labels, int role)
    {
        double least = 1;
        var none = true;
        for (var m = 0; m < labels.Length; m++)
        {
            var part = labels[m] - role;
            if (part is ContentLabels.First or ContentLabels.Only)
            {
                none = false;
                least = Math.Min(least, Probability(m, role, ContentLabels.First));
            }

            if (part is ContentLabels.Last or ContentLabels.Only)
            {
                least = Math.Min(least, Probability(m, role, ContentLabels.Last));
            }
        }

        for (var m = 0; none && m < labels.Length; m++)
        {
            least = Math.Min(least, 1 - Probability(m, role, ContentLabels.First));
        }

        return (float)Math.Clamp(least, 0, 1);
    }

    private double Probability(int m, int role, int part) =>
        chain.Marginal(_workspace, m, role + part) + chain.Marginal(_workspace, m, role + ContentLabels.Only);
}
