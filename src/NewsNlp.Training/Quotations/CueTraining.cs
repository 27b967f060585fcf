using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Reading;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Quotations;

/// <summary>Trains the chain that finds cues.</summary>
internal static class CueTraining
{
    /// <summary>The labels, in the order of <see cref="CueTagger"/>.</summary>
    public static readonly IReadOnlyList<string> Labels = ["O", "B-cue", "I-cue", "E-cue", "S-cue"];

    public static readonly TrainingOptions Options = new()
    {
        Epochs = 8,
        LearningRate = 0.05f,
        L2 = 1e-3f,
        Dropout = 0.6f,
        MinimumCount = 4,
        Prune = 0,
    };

    public static TrainedChain Train(
        IEnumerable<QuoteExample> examples, TrainingOptions? options = null, Action<EpochReport>? progress = null)
    {
        var corpus = new SequenceCorpus();
        foreach (var example in examples)
        {
            Add(corpus, example);
        }

        return LinearChainTrainer.Train(corpus, ChainConstraints.Bioes(Labels), options ?? Options, progress: progress);
    }

    private static void Add(SequenceCorpus corpus, QuoteExample example)
    {
        var article = example.Article;
        var labels = LabelsOf(example);
        var extractor = new CueFeatures();
        Span<uint> buffer = stackalloc uint[CueFeatures.MaxCount];
        for (var sentence = 0; sentence < article.SentenceCount; sentence++)
        {
            extractor.Begin(article, example.Quotations, sentence);
            for (var i = article.SentenceStarts[sentence]; i < article.SentenceEnds[sentence]; i++)
            {
                var features = new FeatureList(buffer);
                extractor.Extract(i, ref features);
                corpus.Add(features.Features, labels[i]);
            }

            corpus.EndSequence();
        }
    }

    // Gold cues that overlap another or cross sentences cannot be said in labels; they are few.
    private static byte[] LabelsOf(QuoteExample example)
    {
        var article = example.Article;
        var labels = new byte[article.Count];
        foreach (var gold in example.Gold)
        {
            if (gold.Cue is not { } cue || gold.Content.Count == 0 || labels.AsSpan(cue.First, cue.Length).ContainsAnyExcept((byte)0)
                || article.Sentences[cue.First] < 0 || article.Sentences[cue.First] != article.Sentences[cue.End - 1])
            {
                continue;
            }

            SetCue(labels, cue);
        }

        return labels;
    }

    private static void SetCue(byte[] labels, TokenRange cue)
    {
        if (cue.Length == 1)
        {
            labels[cue.First] = CueTagger.Single;
            return;
        }

        labels.AsSpan(cue.First, cue.Length).Fill(CueTagger.Inner);
        labels[cue.First] = CueTagger.First;
        labels[cue.End - 1] = CueTagger.Last;
    }
}
