using NewsNlp.Models;
using NewsNlp.Training.Entities;
using NewsNlp.Training.Packing;
using NewsNlp.Training.Tagging;

namespace NewsNlp.Training.Diagnostics;

/// <summary>A figure for each share of the documents.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Values">The figures, in per cent.</param>
internal sealed record FoldMeasure(string Name, IReadOnlyList<double> Values)
{
    public double Mean => Values.Average();

    /// <summary>The standard deviation of the shares (of a sample; 0 for a single one).</summary>
    public double Deviation => Values.Count < 2 ? 0 : Math.Sqrt(Values.Sum(value => (value - Mean) * (value - Mean)) / (Values.Count - 1));
}

/// <summary>Trains a part several times, each time without a share of its training documents, and measures it on that share.</summary>
internal static class CrossValidation
{
    /// <summary>The parts that can be measured so.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["tagger", "entities"];

    /// <summary>Measures a part.</summary>
    /// <param name="context">The part's settings, data and the model with the parts before.</param>
    /// <param name="part">One of <see cref="Parts"/>.</param>
    /// <param name="folds">The number of shares, at least 2. The document with number i is in the share i modulo this.</param>
    public static IReadOnlyList<FoldMeasure> Run(TrainingContext context, string part, int folds)
    {
        if (folds < 2) throw new TrainingException($"{folds} shares are not enough; give at least 2 with --folds.");
        return part switch
        {
            "tagger" => Tagger(context, folds),
            "entities" => Entities(context, folds),
            _ => throw new TrainingException($"There is no cross-validation for '{part}'; the parts are {string.Join(", ", Parts)}."),
        };
    }

    private static IReadOnlyList<FoldMeasure> Tagger(TrainingContext context, int folds)
    {
        var (training, documents) = TaggerTrainer.Prepare(context);
        var values = new List<double>();
        foreach (var (inside, outside) in Shares(documents, folds, context))
        {
            var tagger = TaggerTraining.Tagger(context.Model!, training.Train(inside));
            values.Add(TaggerScorer.Share(tagger, outside, new SortedDictionary<string, int>(StringComparer.Ordinal)));
        }
        return [new("UPOS of tokens with the right span", values)];
    }

    private static IReadOnlyList<FoldMeasure> Entities(TrainingContext context, int folds)
    {
        var model = context.Model ?? throw new TrainingException("The entity recognizer needs word clusters, gazetteers and sentences; train them first.");
        var analyzer = EntityTrainer.Analyzer(model);
        var articles = EntityData.Read(context, text => analyzer.Process(text));
        var training = EntityTrainer.Training(model, context);
        var scores = new List<EntityScore>();
        foreach (var (inside, outside) in Shares(articles, folds, context))
        {
            var trained = NlpModel.FromBytes(ModelFileWriter.Update(model, model.Info, [training.Section(inside)]));
            scores.Add(EntityReport.Compare(trained, outside).Score);
        }
        return
        [
            new("entity F1, strict", [.. scores.Select(score => score.F1)]),
            new("entity precision, strict", [.. scores.Select(score => score.Precision)]),
            new("entity recall, strict", [.. scores.Select(score => score.Recall)]),
        ];
    }

    private static IEnumerable<(List<T> Inside, List<T> Outside)> Shares<T>(List<T> all, int folds, TrainingContext context)
    {
        if (all.Count < folds) throw new TrainingException($"There are {all.Count} documents, fewer than {folds} shares.");
        for (int fold = 0; fold < folds; fold++)
        {
            context.Log($"share {fold + 1} of {folds}");
            yield return ([.. all.Where((_, i) => i % folds != fold)], [.. all.Where((_, i) => i % folds == fold)]);
        }
    }
}
