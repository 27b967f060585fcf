using System.Collections.Immutable;
using System.Text.Json;
using NewsNlp.Models;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training;

/// <summary>Trains parts of a model one after the other, and packs them with what the model had before.</summary>
internal static class ModelTrainer
{
    private const string ProfileSetting = "profile";

    /// <summary>Trains the given parts; the other parts of <paramref name="before"/> stay byte for byte.</summary>
    /// <returns>The model file.</returns>
    public static byte[] Train(
        IEnumerable<IComponentTrainer> parts, TrainingConfiguration configuration, string dataFolder, NlpModel? before, Action<string> log)
    {
        if (before?.Info.Components.FirstOrDefault(component => ProfileOf(component) != configuration.Profile) is { } other)
        {
            throw new TrainingException(
                $"The part '{other.Name}' was trained with the profile '{ProfileOf(other)}': a model of the profile '{configuration.Profile}' needs a file of its own.");
        }
        var model = before;
        byte[]? file = null;
        foreach (var part in parts)
        {
            log($"{part.Name}: training");
            var context = new TrainingContext(configuration, part.Name, dataFolder, model, log);
            var trained = part.Train(context);
            foreach (var section in trained.Sections) log($"{part.Name}: {section.Body.Length:N0} bytes");
            foreach (var score in trained.Scores) log($"{part.Name}: {score.Measure}, {score.Data}: {score.Value:0.00}");
            file = ModelFileWriter.Update(model, Describe(configuration, model, part.Name, trained, context), trained.Sections);
            model = NlpModel.FromBytes(file);
        }
        return file ?? throw new TrainingException("No part was named to be trained.");
    }

    /// <summary>The profile that a part was trained with.</summary>
    public static string ProfileOf(ModelComponent component) =>
        component.Settings.FirstOrDefault(setting => setting.Key == ProfileSetting).Value ?? TrainingConfiguration.DefaultProfile;

    private static ModelInfo Describe(
        TrainingConfiguration configuration, NlpModel? model, string name, TrainedComponent trained, TrainingContext context)
    {
        var component = new ModelComponent
        {
            Name = name,
            Labels = [.. trained.Labels],
            Settings = [KeyValuePair.Create(ProfileSetting, configuration.Profile), .. Flatten(context.Settings)],
            Data = [.. context.Used],
            Scores = [.. trained.Scores.Select(score => score with { Value = Math.Round(score.Value, 4) })],
        };
        // In the order of training, whatever was trained last.
        var components = (model?.Info.Components ?? []).Where(c => c.Name != name).Append(component)
            .OrderBy(c => Rank(c.Name)).ThenBy(c => c.Name, StringComparer.Ordinal);
        return new ModelInfo
        {
            Name = configuration.Name,
            Version = configuration.Version,
            Language = configuration.Language,
            Components = [.. components],
        };
    }

    private static int Rank(string name)
    {
        for (int i = 0; i < Components.All.Length; i++)
        {
            if (Components.All[i].Name == name) return i;
        }

        return int.MaxValue;
    }

    private static ImmutableArray<KeyValuePair<string, string>> Flatten(JsonElement settings) =>
        settings.ValueKind != JsonValueKind.Object
            ? []
            : [.. settings.EnumerateObject().Select(setting => KeyValuePair.Create(setting.Name, setting.Value.ToString()))];
}
