using NewsNlp.Entities.Recognition;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Entities;

/// <summary>Turns articles into sequences for the trainer, a sequence a sentence, through the features that the library uses.</summary>
internal static class EntityCorpus
{
    /// <summary>Builds the sequences of some articles.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="features">The features.</param>
    /// <param name="firstLabels">For a second pass what the first said of an article's tokens; null for a first pass.</param>
    public static SequenceCorpus Build(
        IEnumerable<EntityArticle> articles, EntityFeatures features, Func<EntityArticle, byte[]>? firstLabels = null)
    {
        var corpus = new SequenceCorpus();
        var list = new FeatureList();
        foreach (var article in articles)
        {
            features.Begin(article.Document);
            if (firstLabels is not null) features.BeginLabels(article.Document, firstLabels(article));
            foreach (var sentence in article.Document.Sentences)
            {
                features.BeginSentence(sentence.FirstToken, sentence.TokenCount);
                for (int token = sentence.FirstToken; token < sentence.FirstToken + sentence.TokenCount; token++)
                {
                    list.Clear();
                    features.Add(token, list);
                    if (firstLabels is not null) features.AddLabels(token, list);
                    corpus.Add(list.Items, article.Labels[token]);
                }

                corpus.EndSequence();
            }
        }

        return corpus;
    }
}
