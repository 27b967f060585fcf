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
        var articles = EntityData.Read(context, text => analyzer.Process(text));
        context.Log($"entities: {articles.Count} articles, {articles.Sum(a => a.Gold.Count):N0} mentions, "
            + $"{articles.Sum(a => a.Misaligned.Count)} not on token boundaries, {articles.Sum(a => a.Lost.Count)} lost");
        var section = Training(model, context).Section(articles);
        var found = articles.SelectMany(article => article.Gold).Select(mention => mention.Label).ToHashSet();
        var trained = NlpModel.FromBytes(ModelFileWriter.Update(model, model.Info, [section]));
        return new TrainedComponent([section], [.. ChainLabels.Kinds.Where(found.Contains).Select(kind => kind.Name)], EntityReport.Scores(trained, new EntityArticleReader(text => analyzer.Process(text)), context));
    }

    /// <summary>The training of the part on some articles.</summary>
    internal static MentionModelTraining Training(NlpModel model, TrainingContext context) =>
        new(WordClusters.Read(model), LexiconPhrases.Read(model), EntityTrainingSettings.Read(context.Settings), LabelScheme.News, line => context.Log("entities: " + line));

    /// <summary>The product's stages that entities stand on.</summary>
    internal static NlpPipeline Analyzer(NlpModel model) =>
        new NlpPipelineBuilder()
            .UseBlockDetector(new NewsBlockDetector())
            .UseTokenizer(new EnglishTokenizer())
            .UseSentenceSplitter(new EnglishSentenceSplitter(model))
            .Build();
}
