using System.Globalization;
using System.Security.Cryptography;
using NewsNlp.Documents;
using NewsNlp.Entities.Recognition;
using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Entities;

/// <summary>
/// Trains the entity recognizer anew on a user's own labels and puts it in the place of a model's own; word clusters, gazetteers
/// and all other parts of the model stay. The same files, options and model give the same file, bit for bit.
/// </summary>
internal static class OwnEntityTraining
{
    private const string Component = "entities";

    /// <summary>Below this number of tokens rare features are kept and the data is seen more often.</summary>
    private const int SmallCorpus = 50_000;

    /// <summary>With a larger share of mentions without a capital or a digit, all of a sentence is looked at.</summary>
    private const double MostLowerCase = 0.02;

    /// <exception cref="TrainingException">The files cannot be used.</exception>
    public static OwnEntityModel Train(NlpModel before, OwnEntityOptions options, Action<string> log)
    {
        var analyzer = EntityTrainer.Analyzer(before);
        var reader = new OwnEntityArticles(text => analyzer.Process(text), options);
        var labels = reader.Labels(options.Training);
        var articles = reader.Read(options.Training, new LabelScheme(labels));
        if (articles.Count < 2) throw new TrainingException($"{options.Training}: there are too few sentences to learn from.");
        var scheme = new LabelScheme(labels, NeedsWholeSentences(articles));
        if (scheme.SearchesWholeSentences)
        {
            log("some mentions have neither capitals nor digits: looking at whole sentences");
            articles = reader.Read(options.Training, scheme);
        }

        int mentions = articles.Sum(article => article.Gold.Count), lost = articles.Sum(article => article.Lost.Count);
        log($"{articles.Count} articles, {mentions:N0} mentions, {labels.Count} labels, {lost} mentions that cannot be learned");
        var settings = Settings(options, articles);
        var training = new MentionModelTraining(WordClusters.Read(before), LexiconPhrases.Read(before), settings, scheme, log);
        ModelFileWriter.Section[] sections = [training.Section(articles), ModelFileWriter.Section.Of(ModelSection.EntityLabels, Write(scheme))];
        var trained = NlpModel.FromBytes(ModelFileWriter.Update(before, before.Info, sections));
        var score = options.Development is { } development ? EntityReport.Compare(trained, reader.Read(development, scheme)).Score : null;
        byte[] file = ModelFileWriter.Update(before, Describe(before, labels, settings, options, score), sections);
        return new OwnEntityModel(file, articles.Count, mentions, lost, [.. labels.Select(label => label.Name)], score);
    }

    private static bool NeedsWholeSentences(List<EntityArticle> articles)
    {
        int all = 0, lower = 0;
        foreach (var article in articles)
        {
            foreach (var mention in article.Gold)
            {
                all++;
                bool isLower = true;
                foreach (char c in mention.Span.Of(article.Document.Text)) isLower &= !char.IsUpper(c) && !char.IsDigit(c);
                if (isLower) lower++;
            }
        }

        return lower > MostLowerCase * all;
    }

    private static EntityTrainingSettings Settings(OwnEntityOptions options, List<EntityArticle> articles)
    {
        bool isSmall = articles.Sum(article => article.Document.Tokens.Count) < SmallCorpus;
        var chain = new TrainingOptions
        {
            Epochs = options.Epochs ?? (isSmall ? 20 : 10),
            LearningRate = 0.05f,
            Dropout = isSmall ? 0.3f : 0.5f,
            MinimumCount = isSmall ? 1 : 2,
            Prune = 0.03f,
            Seed = options.Seed,
        };
        var trees = new BoostedTreesOptions { Trees = 150, Leaves = 16, Rate = 0.08 };
        return new EntityTrainingSettings(chain, trees, Folds: Math.Min(8, articles.Count));
    }

    private static byte[] Write(LabelScheme scheme)
    {
        var writer = new SectionWriter();
        writer.Int32(scheme.Labels.Count);
        foreach (var label in scheme.Labels) writer.Text(label.Name);
        writer.Int32(scheme.SearchesWholeSentences ? 1 : 0);
        return writer.ToArray();
    }

    private static ModelInfo Describe(
        NlpModel before, IReadOnlyList<EntityLabel> labels, EntityTrainingSettings settings, OwnEntityOptions options, EntityScore? score)
    {
        string data = Path.GetFileName(options.Training);
        using var stream = File.OpenRead(options.Training);
        var component = new ModelComponent
        {
            Name = Component,
            Labels = [.. labels.Select(label => label.Name)],
            Settings =
            [
                KeyValuePair.Create("epochs", settings.Options.Epochs.ToString(CultureInfo.InvariantCulture)),
                KeyValuePair.Create("minimumCount", settings.Options.MinimumCount.ToString(CultureInfo.InvariantCulture)),
                KeyValuePair.Create("folds", settings.Folds.ToString(CultureInfo.InvariantCulture)),
                KeyValuePair.Create("seed", settings.Options.Seed.ToString(CultureInfo.InvariantCulture)),
            ],
            Data = [new ModelDataSource(data, data, options.License, Convert.ToHexStringLower(SHA256.HashData(stream)))],
            Scores = score is null ? [] : [.. Scores(score, Path.GetFileName(options.Development!))],
        };
        var components = before.Info.Components.Select(part => part.Name == Component ? component : part).ToList();
        if (!components.Contains(component)) components.Add(component);
        return new ModelInfo
        {
            Name = before.Info.Name,
            Version = before.Info.Version,
            Language = before.Info.Language,
            Components = [.. components],
        };
    }

    private static IEnumerable<ModelScore> Scores(EntityScore score, string data) =>
    [
        new("entity F1, strict", data, Math.Round(score.F1, 4)),
        new("entity precision, strict", data, Math.Round(score.Precision, 4)),
        new("entity recall, strict", data, Math.Round(score.Recall, 4)),
        .. score.Labels.Select(label => new ModelScore($"entity F1, strict, {label.Label}", data, Math.Round(label.F1, 4))),
    ];
}
