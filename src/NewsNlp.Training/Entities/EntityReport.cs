using NewsNlp.Entities;
using NewsNlp.Entities.Recognition;
using NewsNlp.Models;
using NewsNlp.Threading;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Entities;

/// <summary>Measures an entity model on articles that it was not trained on, over the product's own tokens and sentences.</summary>
internal static class EntityReport
{
    /// <summary>The figures for the model's metadata; none where the development set is not there.</summary>
    public static List<ModelScore> Scores(NlpModel model, EntityArticleReader reader, TrainingContext context)
    {
        const string Data = "Worldwide dev, articles as published";
        if (context.DevelopmentFile("ner/worldwide-dev.jsonl") is not { } file) return [];
        var (score, errors, calibration) = Compare(model, reader.Read(file).Where(article => article.IsOriginalText));
        return
        [
            new("entity F1, strict", Data, score.F1), new("entity precision, strict", Data, score.Precision),
            new("entity recall, strict", Data, score.Recall),
            .. score.Labels.Select(label => new ModelScore($"entity F1, strict, {label.Label}", Data, label.F1)),
            new("expected calibration error of scores, per cent", Data, 100 * calibration.Error),
            new("errors: wrong label", Data, errors.WrongLabel), new("errors: wrong boundary", Data, errors.WrongBoundary),
            new("errors: missed", Data, errors.Missed), new("errors: spurious", Data, errors.Spurious),
        ];
    }

    /// <summary>Compares what a model finds in some articles with their gold mentions.</summary>
    public static (EntityScore Score, EntityErrors Errors, CalibrationScore Calibration) Compare(NlpModel model, IEnumerable<EntityArticle> articles)
    {
        var recognizer = new EnglishEntityRecognizer(model);
        var scheme = LabelScheme.Of(model);
        var score = new EntityScore();
        var errors = new EntityErrors();
        var calibration = new CalibrationScore();
        var mentions = new InterruptibleList<FoundMention>();
        foreach (var article in articles)
        {
            mentions.Clear();
            ((IMentionFinder)recognizer).Find(article.Document, mentions, CancellationToken.None);
            var gold = article.Gold.ToHashSet();
            var system = new List<GoldMention>();
            foreach (var mention in mentions.Items)
            {
                // The kinds that rules find are not in the gold scheme.
                if (scheme.IndexOf(mention.Label) < 0) continue;
                var found = new GoldMention(article.Document.TokenLayer.Span(mention.FirstToken, mention.TokenCount), mention.Label);
                system.Add(found);
                calibration.Add(mention.Score, gold.Contains(found));
            }

            score.Add(system, article.Gold);
            errors.Add(system, article.Gold);
        }

        return (score, errors, calibration);
    }
}
