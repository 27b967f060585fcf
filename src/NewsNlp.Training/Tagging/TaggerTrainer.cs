using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Training.Data;
using NewsNlp.Training.Entities;

namespace NewsNlp.Training.Tagging;

/// <summary>Trains the part-of-speech tagger on treebanks, over the product's own tokens of their raw text.</summary>
internal sealed class TaggerTrainer : IComponentTrainer
{
    public string Name => "tagger";

    public TrainedComponent Train(TrainingContext context)
    {
        var (training, documents) = Prepare(context);
        var section = training.Train(documents);
        var tagger = TaggerTraining.Tagger(context.Model!, section);
        return new TrainedComponent([section], Enum.GetNames<Upos>(), TaggerScorer.Score(tagger, context, Sentences(context)));
    }

    /// <summary>Reads the settings and the training data.</summary>
    public static (TaggerTraining Training, List<GoldTokens> Documents) Prepare(TrainingContext context)
    {
        var model = context.Model ?? throw new TrainingException("The tagger needs word clusters and sentences; train them first.");
        var documents = new List<GoldTokens>();
        foreach (var file in context.Settings.GetProperty("train").EnumerateArray())
            documents.AddRange(GoldTokens.Of(context.TrainingDocuments(file.GetString()!)));
        string[] files = [.. context.Settings.GetProperty("untagged").EnumerateArray().Select(file => context.TrainingFile(file.GetString()!))];
        var articles = files.Length == 0 ? null : new UntaggedArticles(model, files);
        return (new TaggerTraining(model, context.Settings, articles, line => context.Log("tagger: " + line)), documents);
    }

    // Measured as it is used: in the product's own sentences, where the model has them.
    private static Func<GoldTokens, GoldTokens> Sentences(TrainingContext context)
    {
        if (!context.Model!.Has(ModelSection.Sentences)) return document => document;
        var analyzer = EntityTrainer.Analyzer(context.Model);
        return document => document.InSentencesOf(analyzer);
    }
}
