using System.Text.Json;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training;

/// <summary>
/// The configuration file: the model's name, version and language, the data sources with their licences, and an object
/// of settings for each part.
/// </summary>
internal sealed class TrainingConfiguration
{
    private readonly JsonElement _root;

    private TrainingConfiguration(JsonElement root) => _root = root;

    public string Name => Required("name");

    public string Version => Required("version");

    public string Language => Required("language");

    public static TrainingConfiguration Load(string path)
    {
        if (!File.Exists(path)) throw new TrainingException($"There is no configuration {path}; give it with --config.");
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (JsonException e)
        {
            throw new TrainingException($"{path} is not JSON: {e.Message}");
        }
    }

    public static TrainingConfiguration Parse(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return new TrainingConfiguration(document.RootElement.Clone());
    }

    /// <summary>The settings of a part; an undefined element where there are none.</summary>
    public JsonElement Component(string name) =>
        _root.TryGetProperty("components", out var components) && components.TryGetProperty(name, out var settings) ? settings : default;

    /// <summary>The name and licence of the data set that a file belongs to: of the longest listed prefix of its name.</summary>
    public (string Name, string License) Source(string file)
    {
        (string Name, string License)? found = null;
        int longest = -1;
        foreach (var source in _root.GetProperty("sources").EnumerateObject())
        {
            if (source.Name.Length <= longest || !file.StartsWith(source.Name, StringComparison.Ordinal)) continue;
            longest = source.Name.Length;
            found = (source.Value.GetProperty("name").GetString()!, source.Value.GetProperty("license").GetString()!);
        }
        return found ?? throw new TrainingException($"The configuration names no source and licence for {file}.");
    }

    /// <summary>Training options from an object of settings; what it does not name keeps its default.</summary>
    public static TrainingOptions Options(JsonElement settings)
    {
        var options = new TrainingOptions();
        if (settings.ValueKind != JsonValueKind.Object) return options;
        foreach (var setting in settings.EnumerateObject())
        {
            var value = setting.Value;
            options = setting.Name switch
            {
                "epochs" => options with { Epochs = value.GetInt32() },
                "learningRate" => options with { LearningRate = value.GetSingle() },
                "initialAccumulator" => options with { InitialAccumulator = value.GetSingle() },
                "l2" => options with { L2 = value.GetSingle() },
                "dropout" => options with { Dropout = value.GetSingle() },
                "minimumCount" => options with { MinimumCount = value.GetInt32() },
                "maxFeatures" => options with { MaxFeatures = value.GetInt32() },
                "selectionEpochs" => options with { SelectionEpochs = value.GetInt32() },
                "averageFrom" => options with { AverageFrom = value.GetDouble() },
                "gradientFloor" => options with { GradientFloor = value.GetSingle() },
                "patience" => options with { Patience = value.GetInt32() },
                "prune" => options with { Prune = value.GetSingle() },
                "seeds" => options with { Seeds = value.GetInt32() },
                "seed" => options with { Seed = value.GetUInt64() },
                _ => options,
            };
        }
        return options;
    }

    private string Required(string name) =>
        _root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new TrainingException($"The configuration has no \"{name}\".");
}
