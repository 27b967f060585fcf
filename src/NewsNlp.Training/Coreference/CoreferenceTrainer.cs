using NewsNlp.Coreference.Antecedents;
using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Training.Data;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Coreference;

/// <summary>Trains what coreference learns, the antecedents of pronouns, over the product's own annotations of the raw texts.</summary>
internal sealed class CoreferenceTrainer : IComponentTrainer
{
    public string Name => "coreference";

    public TrainedComponent Train(TrainingContext context)
    {
        var model = context.Model ?? throw new TrainingException("Coreference needs the parts before; train them first.");
        var settings = context.Settings;
        var pipeline = NlpPipelineBuilder.CreateDefault(new NewsNlpOptions(), model).Without(Layer.Coreference).Build();
        var texts = settings.GetProperty("train").EnumerateObject()
            .SelectMany(file => CoreferenceText.Read(
                pipeline, context.TrainingDocuments(file.Value.GetString()!), context.TrainingCoreference(file.Name)))
            .ToList();
        context.Log($"coreference: {texts.Count} texts");
        var options = new BoostedTreesOptions { Trees = settings.GetProperty("trees").GetInt32() };
        var training = new AntecedentTraining(texts, settings.GetProperty("rounds").GetInt32(), options, line => context.Log($"coreference: {line}"));
        var section = ModelFileWriter.Section.Of(ModelSection.Antecedents, training.Train());
        var trained = NlpModel.FromBytes(ModelFileWriter.Update(model, model.Info, [section]));
        var scores = settings.GetProperty("dev").EnumerateObject().SelectMany(set => Score(context, pipeline, trained, set.Name, set.Value));
        return new TrainedComponent([section], [], [.. scores]);
    }

    private static IEnumerable<ModelScore> Score(
        TrainingContext context, NlpPipeline pipeline, NlpModel trained, string name, System.Text.Json.JsonElement files)
    {
        var judge = AntecedentModel.Read(trained.Open(ModelSection.Antecedents));
        var score = new AntecedentScore();
        foreach (var file in files.EnumerateObject())
        {
            if (context.DevelopmentFile(file.Name) is not { } mentions || context.DevelopmentFile(file.Value.GetString()!) is not { } treebank) yield break;
            foreach (var text in CoreferenceText.Read(pipeline, ConlluReader.Read(treebank), CoreferenceReader.Read(mentions)))
                score.Add(text.Resolve(judge));
        }

        yield return new ModelScore("antecedents of he and she, right ones per cent", name, score[AntecedentScore.Group.HeOrShe]);
        yield return new ModelScore("antecedents of it, right ones per cent", name, score[AntecedentScore.Group.It]);
        yield return new ModelScore("antecedents of they and others, right ones per cent", name, score[AntecedentScore.Group.Others]);
    }
}
