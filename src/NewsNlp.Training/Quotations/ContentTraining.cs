using System.Runtime.InteropServices;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Reading;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Quotations;

/// <summary>Trains the chain that finds a cue's source and content, from gold cues.</summary>
internal static class ContentTraining
{
    /// <summary>The labels, in the order of <see cref="ContentLabels"/>.</summary>
    public static readonly IReadOnlyList<string> Labels =
    [
        "O", "Q", "B-source", "I-source", "E-source", "S-source", "B-content", "I-content", "E-content", "S-content",
    ];

    public static readonly TrainingOptions Options = new()
    {
        Epochs = 8,
        LearningRate = 0.05f,
        L2 = 1e-3f,
        Dropout = 0.6f,
        MinimumCount = 4,
        Prune = 0,
    };

    /// <summary>Trains; how many gold attributions cannot be said in units is reported as <paramref name="lost"/>.</summary>
    public static TrainedChain Train(
        IEnumerable<QuoteExample> examples, out int lost, TrainingOptions? options = null, Action<EpochReport>? progress = null)
    {
        var corpus = new SequenceCorpus();
        lost = 0;
        foreach (var example in examples)
        {
            foreach (var gold in example.Gold)
            {
                if (IsUsable(example, gold))
                {
                    lost += Add(corpus, example, gold, new Cue(gold.Cue!.Value.First, gold.Cue.Value.End, 1)) ? 0 : 1;
                }
            }
        }

        return LinearChainTrainer.Train(corpus, ChainConstraints.Bioes(Labels), options ?? Options, progress: progress);
    }

    /// <summary>Whether a gold attribution has a cue inside sentences, and a content.</summary>
    public static bool IsUsable(QuoteExample example, GoldRanges gold) =>
        gold.Cue is { } cue && gold.Content.Count > 0 && example.Article.Sentences[cue.First] >= 0
        && example.Article.Sentences[cue.End - 1] >= 0;

    private static bool Add(SequenceCorpus corpus, QuoteExample example, GoldRanges gold, Cue cue)
    {
        var window = new UnitWindow();
        window.Build(example.Article, example.Quotations, cue);
        var labels = new byte[window.Count];
        labels[window.CueUnit] = ContentLabels.Cue;
        var whole = SetPieces(labels, gold.Source, ContentLabels.Source, window)
            & SetPieces(labels, gold.Content, ContentLabels.Content, window);

        var extractor = new UnitFeatures();
        extractor.Begin(
            example.Article, example.Quotations, window, cue, ContentTagger.Inside(CollectionsMarshal.AsSpan(example.LikelyCues), window));
        Span<uint> buffer = stackalloc uint[UnitFeatures.MaxCount];
        for (var m = 0; m < window.Count; m++)
        {
            var features = new FeatureList(buffer);
            if (m == window.CueUnit)
            {
                corpus.Add([], labels[m], ContentLabels.CueAlone);
                continue;
            }

            extractor.Extract(m, ref features);
            corpus.Add(features.Features, labels[m], ContentLabels.AllButCue);
        }

        corpus.EndSequence();
        return whole;
    }

    // A piece whose edge lies inside a unit takes the unit in if more than half of it is meant.
    private static bool SetPieces(byte[] labels, IReadOnlyList<TokenRange> pieces, int role, UnitWindow window)
    {
        var whole = true;
        int start = window.First[0], end = window.End[window.Count - 1];
        foreach (var piece in pieces)
        {
            int first = Math.Max(piece.First, start), last = Math.Min(piece.End, end) - 1;
            whole &= first == piece.First && last == piece.End - 1;
            int from = window.UnitOf(first), to = last < first ? -1 : window.UnitOf(last);
            if (from < 0 || to < 0)
            {
                whole = false;
                continue;
            }

            whole &= window.First[from] == first && window.End[to] == last + 1;
            from += 2 * (first - window.First[from]) > window.End[from] - window.First[from] ? 1 : 0;
            to -= 2 * (window.End[to] - 1 - last) > window.End[to] - window.First[to] ? 1 : 0;
            if (to < from || labels.AsSpan(from, to + 1 - from).ContainsAnyExcept((byte)0))
            {
                whole = false;
                continue;
            }

            ContentLabels.SetPiece(labels, from, to + 1, role);
        }

        return whole;
    }
}
