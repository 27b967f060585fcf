using NewsNlp.Models;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Contents;

/// <summary>Finds a cue's source and content: a chain over the cue's window. Scratch memory around a shared model.</summary>
internal sealed class ContentTagger(LinearChainModel model)
{
    private readonly UnitWindow _window = new();
    private readonly UnitFeatures _features = new();
    private readonly LinearChainWorkspace _workspace = new();
    private byte[] _labels = [];

    /// <summary>Finds what goes with a cue.</summary>
    /// <param name="article">The article.</param>
    /// <param name="quotations">Its quotations.</param>
    /// <param name="cue">The cue.</param>
    /// <param name="likely">The article's likely cues, in order.</param>
    /// <param name="result">Takes what was found; cleared first.</param>
    public void Find(
        ArticleReader article, QuotationFinder quotations, Cue cue, ReadOnlySpan<Cue> likely, Attribution result)
    {
        result.Cue = cue;
        result.Source.Clear();
        result.Content.Clear();
        _window.Build(article, quotations, cue);
        _features.Begin(article, quotations, _window, cue, Inside(likely, _window));
        _workspace.Begin(model, _window.Count);
        LinearChainWorkspace.Grow(ref _labels, _window.Count);
        Span<uint> buffer = stackalloc uint[UnitFeatures.MaxCount];
        for (var m = 0; m < _window.Count; m++)
        {
            if (m == _window.CueUnit)
            {
                _workspace.Restrict(m, ContentLabels.CueAlone);
                continue;
            }

            _workspace.Restrict(m, ContentLabels.AllButCue);
            var features = new FeatureList(buffer);
            _features.Extract(m, ref features);
            model.Table.Accumulate(features.Features, _workspace.Emissions(m));
        }

        var labels = _labels.AsSpan(0, _window.Count);
        if (!model.Decode(_workspace, labels, out _) || !model.ForwardBackward(_workspace))
        {
            return;
        }

        ContentLabels.AddPieces(labels, ContentLabels.Source, _window, result.Source);
        ContentLabels.AddPieces(labels, ContentLabels.Content, _window, result.Content);
        result.SourceProbability = LeastEdge(labels, ContentLabels.Source);
        result.ContentProbability = LeastEdge(labels, ContentLabels.Content);
    }

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

    // The least of the probabilities that a piece begins, or ends, where the best labelling has it; without a piece,
    // that none begins anywhere.
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
                least = Math.Min(least, Beginning(m, role));
            }

            if (part is ContentLabels.Last or ContentLabels.Only)
            {
                least = Math.Min(
                    least,
                    model.Marginal(_workspace, m, role + ContentLabels.Last) + model.Marginal(_workspace, m, role + ContentLabels.Only));
            }
        }

        for (var m = 0; none && m < labels.Length; m++)
        {
            least = Math.Min(least, 1 - Beginning(m, role));
        }

        return (float)Math.Clamp(least, 0, 1);
    }

    private double Beginning(int m, int role) =>
        model.Marginal(_workspace, m, role + ContentLabels.First) + model.Marginal(_workspace, m, role + ContentLabels.Only);
}
