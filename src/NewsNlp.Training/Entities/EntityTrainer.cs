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
        return new TrainedComponent([section], [.. ChainLabels.Kinds.Select(kind => kind.Name)], EntityReport.Scores(trained, reader, context));
    }

    /// <summary>The product's stages that entities stand on.</summary>
    internal static NlpPipeline Analyzer(NlpModel model) =>
        new NlpPipelineBuilder()
            .UseBlockDetector(new NewsBlockDetector())
            .UseTokenizer(new EnglishTokenizer())
            .UseSentenceSplitter(new EnglishSentenceSplitter(model))
            .Build();
}
