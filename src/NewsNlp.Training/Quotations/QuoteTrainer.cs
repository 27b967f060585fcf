using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Quotations;
using NewsNlp.Quotations.Cues;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Quotations;

/// <summary>Trains quote attribution on annotated articles, over the product's own annotations of their raw text.</summary>
internal sealed class QuoteTrainer : IComponentTrainer
{
    public string Name => "quotes";

    public TrainedComponent Train(TrainingContext context)
    {
        var model = context.Model ?? throw new TrainingException("Quotes need the parts before; train them first.");
        var settings = context.Settings;
        var lexicon = CueLexicon.Load();
        var clusters = WordClusters.Read(model);
        var pipeline = NlpPipelineBuilder.CreateBeforeQuotes(new NewsNlpOptions(), model).Build();
        IEnumerable<QuoteExample> Read(string path) => GoldArticle.Read(path)
            .Select(gold => QuoteExample.Of(gold, pipeline.Process(gold.Text), lexicon, clusters));

        var examples = settings.GetProperty("train").EnumerateArray()
            .SelectMany(file => Read(context.TrainingFile(file.GetString()!))).ToList();
        context.Log($"quotes: {examples.Count} articles, {examples.Sum(e => e.Gold.Count):N0} attributions");
        var training = new QuoteModelTraining(examples, context.Settings.GetProperty("firstSeed").GetInt32(), line => context.Log($"quotes: {line}"));
        training.Train();
        List<ModelFileWriter.Section> sections =
        [
            ModelFileWriter.Section.Of(ModelSection.QuoteCues, training.Cues),
            ModelFileWriter.Section.Of(ModelSection.QuoteRoles, training.Roles),
            ModelFileWriter.Section.Of(ModelSection.QuoteContents, training.Contents),
            ModelFileWriter.Section.Of(ModelSection.QuoteAcceptance, training.Acceptance),
        ];
        var trained = NlpModel.FromBytes(ModelFileWriter.Update(model, model.Info, sections));
        var scores = new List<ModelScore>();
        foreach (var file in settings.GetProperty("dev").EnumerateObject())
        {
            if (context.DevelopmentFile(file.Value.GetString()!) is { } path)
            {
                scores.AddRange(Score(QuoteModels.Read(trained), Read(path), file.Name));
            }
        }

        return new TrainedComponent(sections, [.. CueTraining.Labels, .. ContentTraining.Labels.Skip(2)], scores);
    }

    private static List<ModelScore> Score(QuoteModels models, IEnumerable<QuoteExample> examples, string data)
    {
        var score = new QuoteScore();
        var calibration = new CalibrationScore();
        var workspace = new QuoteWorkspace(models);
        foreach (var example in examples)
        {
            workspace.Attribute(example.Document, CancellationToken.None);
            score.Add(example, workspace.Accepted);
            foreach (var found in workspace.Accepted)
            {
                calibration.Add(found.Confidence, QuoteScore.IsRight(example, found));
            }

            workspace.Release();
        }

        return
        [
            new ModelScore("exact F1 of contents", data, score.Content),
            new ModelScore("exact F1 of sources", data, score.Source),
            new ModelScore("exact F1 of cues", data, score.Cue),
            new ModelScore("expected calibration error of confidences, per cent", data, 100 * calibration.Error),
        ];
    }
}
