using NewsNlp.Entities.Recognition;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Entities;

/// <summary>Turns articles into sequences for the trainer, a sequence a sentence, through the features that the library uses.</summary>
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
                for (int token = sentence.FirstToken; token < sentence.FirstToken + sentence.TokenCount; token++)
                {
                    list.Clear();
                    features.Add(token, list);
                    corpus.Add(list.Items, article.Labels[token]);
                }

                corpus.EndSequence();
            }
        }

        return corpus;
    }
}
