using NewsNlp.Entities.Recognition;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Entities;

/// <summary>
/// Turns articles into sequences for the trainer, through the features that the library uses: a sequence for each stretch of a
/// sentence in which the library looks for mentions.
/// </summary>
internal static class EntityCorpus
{
    /// <summary>Builds the sequences of some articles.</summary>
    public static SequenceCorpus Build(IEnumerable<EntityArticle> articles, EntityFeatures features)
    {
        var corpus = new SequenceCorpus();
        var list = new FeatureList();
        foreach (var article in articles)
        {
            features.Begin(article.Document);
            foreach (var sentence in article.Document.Sentences)
            {
                features.BeginSentence(sentence.FirstToken, sentence.TokenCount);
                int from = sentence.FirstToken, sentenceEnd = from + sentence.TokenCount;
                while (article.Scheme.NextStretch(features.Words, from, sentenceEnd, out int first, out int end))
                {
                    var labels = Labels(article, first, end);
                    for (int token = first; token < end; token++)
                    {
                        list.Clear();
                        features.Add(token, list);
                        corpus.Add(list.Items, labels[token - first]);
                    }

                    corpus.EndSequence();
                    from = end;
                }
            }
        }

        return corpus;
    }

    /// <summary>The labels of a stretch; a mention that reaches beyond it is no mention.</summary>
    private static int[] Labels(EntityArticle article, int first, int end)
    {
        int[] labels = article.Labels[first..end];
        for (int i = 0; i < labels.Length && Inside(labels[i], starts: true); i++) labels[i] = ChainLabels.Outside;
        for (int i = labels.Length - 1; i >= 0 && Inside(labels[i], starts: false); i--) labels[i] = ChainLabels.Outside;
        return labels;

        static bool Inside(int label, bool starts) =>
            label != ChainLabels.Outside && !(starts ? ChainLabels.Starts(label) : ChainLabels.Ends(label));
    }
}
