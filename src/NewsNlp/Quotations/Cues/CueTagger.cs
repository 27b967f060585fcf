using System.Runtime.InteropServices;
using NewsNlp.Models;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Cues;

/// <summary>
/// Finds the words that may be cues: a chain over each sentence's tokens, and of its labellings every stretch that is
/// likely enough to be looked at further. Scratch memory around a shared model.
/// </summary>
internal sealed class CueTagger(LinearChainModel model)
{
    /// <summary>The labels, in the model's order: outside, first, inner, last token of a cue, a cue of one token.</summary>
    public const int Outside = 0, First = 1, Inner = 2, Last = 3, Single = 4, LabelCount = 5;

    /// <summary>The longest cue, in tokens.</summary>
    public const int Longest = 16;

    // A sentence of reporting verbs alone must not make work without bound.
    private const int MaxOfSentence = 24;

    private readonly CueFeatures _features = new();
    private readonly LinearChainWorkspace _workspace = new();
    private readonly List<Cue> _cues = [];

    /// <summary>The candidates found, in order of their first token; they may overlap.</summary>
    public List<Cue> Cues => _cues;

    /// <summary>Finds every stretch that is a cue with at least the given probability.</summary>
    public void Find(ArticleReader article, QuotationFinder quotations, double threshold, CancellationToken cancellationToken)
    {
        _cues.Clear();
        for (var sentence = 0; sentence < article.SentenceCount; sentence++)
        {
            if ((sentence & 63) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            FindInSentence(article, quotations, sentence, threshold);
        }
    }

    private void FindInSentence(ArticleReader article, QuotationFinder quotations, int sentence, double threshold)
    {
        int start = article.SentenceStarts[sentence], length = article.SentenceEnds[sentence] - start;
        _workspace.Begin(model, length);
        _features.Begin(article, quotations, sentence);
        Span<uint> buffer = stackalloc uint[CueFeatures.MaxCount];
        for (var i = 0; i < length; i++)
        {
            var features = new FeatureList(buffer);
            _features.Extract(start + i, ref features);
            model.Table.Accumulate(features.Features, _workspace.Emissions(i));
        }

        if (!model.ForwardBackward(_workspace))
        {
            return;
        }

        var before = _cues.Count;
        for (var i = 0; i < length; i++)
        {
            AddFrom(i, start, length, threshold);
        }

        DropUnlikely(before, 4 + (length / 8));
    }

    private void AddFrom(int first, int start, int length, double threshold)
    {
        var single = _workspace.Length == 0 ? 0 : model.Marginal(_workspace, first, Single);
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
        for (var size = 2; size <= Math.Min(Longest, length - first); size++)
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
