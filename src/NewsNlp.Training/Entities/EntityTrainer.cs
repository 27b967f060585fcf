using NewsNlp.Documents;
using NewsNlp.Entities;
using NewsNlp.Entities.Recognition;
using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Sentences;
using NewsNlp.Structure;
using NewsNlp.Tokenization;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Entities;

/// <summary>Trains the statistical part of the entity recognizer on news articles, over the product's own tokens and sentences.</summary>
internal sealed class EntityTrainer : IComponentTrainer
{
    public string Name => "entities";

    public TrainedComponent Train(TrainingContext context)
    {
        var model = context.Model ?? throw new TrainingException("The entity recognizer needs word clusters, gazetteers and sentences; train them first.");
        var analyzer = Analyzer(model);
        var reader = new EntityArticleReader(text => analyzer.Process(text));
        var articles = reader.Read(context.TrainingFile("ner/worldwide-train.jsonl"));
        context.Log($"entities: {articles.Count} articles, {articles.Sum(a => a.Gold.Count):N0} mentions, "
            + $"{articles.Sum(a => a.Misaligned.Count)} not on token boundaries, {articles.Sum(a => a.Lost.Count)} lost");
        var training = new MentionModelTraining(
            WordClusters.Read(model), LexiconPhrases.Read(model), EntityTrainingSettings.Read(context.Settings), line => context.Log("entities: " + line));
        var section = ModelFileWriter.Section.Of(ModelSection.Entities, training.Train(articles));
        var trained = NlpModel.FromBytes(ModelFileWriter.Update(model, model.Info, [section]));
        return new TrainedComponent([section], [.. ChainLabels.Kinds.Select(kind => kind.Name)], Scores(trained, reader, context));
    }

    /// <summary>The product's stages that entities stand on.</summary>
    internal static NlpPipeline Analyzer(NlpModel model) =>
        new NlpPipelineBuilder()
            .UseBlockDetector(new NewsBlockDetector())
            .UseTokenizer(new EnglishTokenizer())
            .UseSentenceSplitter(new EnglishSentenceSplitter(model))
            .Build();

    /// <summary>The mentions that a model finds, the kinds that are not learned left out.</summary>
    internal static List<GoldMention> Mentions(EnglishEntityRecognizer recognizer, Document document)
    {
        var mentions = new MentionBuffer();
        ((IMentionFinder)recognizer).Find(document, mentions, CancellationToken.None);
        var found = new List<GoldMention>();
        foreach (var mention in mentions.Items)
        {
            if (ChainLabels.Kinds.Contains(mention.Label))
                found.Add(new GoldMention(document.TokenLayer.Span(mention.FirstToken, mention.TokenCount), mention.Label));
        }

        return found;
    }

    private static List<ModelScore> Scores(NlpModel model, EntityArticleReader reader, TrainingContext context)
    {
        const string Data = "Worldwide dev, articles as published";
        if (context.DevelopmentFile("ner/worldwide-dev.jsonl") is not { } file) return [];
        var recognizer = new EnglishEntityRecognizer(model);
        var score = new EntityScore();
        foreach (var article in reader.Read(file).Where(article => article.IsOriginalText))
            score.Add(Mentions(recognizer, article.Document), article.Gold);
        return
        [
            new("entity F1, strict", Data, score.F1), new("entity precision, strict", Data, score.Precision),
            new("entity recall, strict", Data, score.Recall),
            .. score.Labels.Select(label => new ModelScore($"entity F1, strict, {label.Label}", Data, label.F1)),
        ];
    }
}
