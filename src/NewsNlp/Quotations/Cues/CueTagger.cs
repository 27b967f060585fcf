using System.Runtime.InteropServices;
using NewsNlp.Models;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Cues;

/// <summary>
/// Finds the words that may be cues: a chain over each sentence's tokens, and of its labellings every stretch that is
/// likely enough to be looked at further. Scratch memory around shared models.
/// </summary>
internal sealed class CueTagger(LinearChainModel model, CueGate? gate = null)
{
    /// <summary>The labels, in the model's order: outside, first, inner, last token of a cue, a cue of one token.</summary>
    public const int Outside = 0, First = 1, Inner = 2, Last = 3, Single = 4, LabelCount = 5;

    /// <summary>The longest cue, in tokens.</summary>
    public const int Longest = 16;

    // A sentence of reporting verbs alone must not make work without bound. In news no sentence has more than nine.
    private const int MaxOfSentence = 12;

    private readonly CueFeatures _features = new();
    private readonly CueScores _scores = new(model.Table);
    private readonly LinearChainWorkspace _workspace = new();
    private readonly List<Cue> _cues = [];
    private bool[] _passes = [];

    /// <summary>The candidates found, in order of their first token; they may overlap.</summary>
    public List<Cue> Cues => _cues;

    /// <summary>Finds every stretch that is a cue with at least the given probability.</summary>
    public void Find(ArticleReader article, QuotationFinder quotations, double threshold, CancellationToken cancellationToken)
    {
        _cues.Clear();
        for (var sentence = 0; sentence < article.SentenceCount; sentence++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            FindInSentence(article, quotations, sentence, threshold);
        }
    }

    private void FindInSentence(ArticleReader article, QuotationFinder quotations, int sentence, double threshold)
    {
        int start = article.SentenceStarts[sentence], end = article.SentenceEnds[sentence];
        _features.Begin(article, quotations, sentence);
        var before = _cues.Count;
        LinearChainWorkspace.Grow(ref _passes, end - start);
        if (gate is null)
        {
            _passes.AsSpan().Fill(true);
        }

        gate?.LetPass(_features, start, _passes.AsSpan(0, end - start));
        for (var first = start; first < end;)
        {
            var last = first;
            while (last < end && _passes[last - start])
            {
                last++;
            }

            if (last > first)
            {
                FindInRun(start, end, first, last, threshold);
            }

            first = last + 1;
        }

        DropUnlikely(before, 4 + ((end - start) / 8));
    }

    // A run of tokens that may be cues, from first up to end: what the gate rules out around it is outside for certain, and
    // a chain parts there.
    private void FindInRun(int sentenceStart, int sentenceEnd, int first, int end, double threshold)
    {
        int from = Math.Max(sentenceStart, first - 1), to = Math.Min(sentenceEnd, end + 1);
        _workspace.Begin(model, to - from);
        if (from < first)
        {
            _workspace.Restrict(0, 1ul << Outside);
        }

        if (to > end)
        {
            _workspace.Restrict(end - from, 1ul << Outside);
        }

        _scores.Add(_features, first, end, _workspace, first - from);
        if (!model.ForwardBackward(_workspace))
        {
            return;
        }

        for (var i = first; i < end; i++)
        {
            AddFrom(i - from, from, threshold);
        }
    }

    private void AddFrom(int first, int start, double threshold)
    {
        var single = model.Marginal(_workspace, first, Single);
        if (single >= threshold)
        {
            _cues.Add(new Cue(start + first, start + first + 1, (float)single));
        }

        if (model.Marginal(_workspace, first, First) < threshold)
        {
            return;
        }

        Span<byte> labels = stackalloc byte[Longest];
        labels[0] = First;
        for (var size = 2; size <= Math.Min(Longest, _workspace.Length - first); size++)
        {
            labels[size - 1] = Last;
            var whole = model.SegmentProbability(_workspace, first, labels[..size]);
            if (whole >= threshold)
            {
                _cues.Add(new Cue(start + first, start + first + size, (float)Math.Min(1, whole)));
            }

            labels[size - 1] = Inner;
            if (model.SegmentProbability(_workspace, first, labels[..size]) < threshold)
            {
                break;
            }
        }
    }

    /// <summary>
    /// How likely each token of a sentence is part of a cue, from the sentence's first token on; none where nothing can be said.
    /// For training the gate.
    /// </summary>
    public void Probabilities(ArticleReader article, QuotationFinder quotations, int sentence, Span<double> probabilities)
    {
        int start = article.SentenceStarts[sentence], end = article.SentenceEnds[sentence];
        _features.Begin(article, quotations, sentence);
        FindInRun(start, end, start, end, 2);
        for (var i = 0; i < end - start; i++)
        {
            probabilities[i] = 1 - model.Marginal(_workspace, i, Outside);
        }
    }

    private void DropUnlikely(int before, int most)
    {
        most = Math.Min(most, MaxOfSentence);
        if (_cues.Count - before <= most)
        {
            return;
        }

        var added = CollectionsMarshal.AsSpan(_cues)[before..];
        added.Sort(static (a, b) => b.Probability != a.Probability ? b.Probability.CompareTo(a.Probability) : a.CompareTo(b));
        added[..most].Sort(static (a, b) => a.CompareTo(b));
        _cues.RemoveRange(before + most, added.Length - most);
    }
}
