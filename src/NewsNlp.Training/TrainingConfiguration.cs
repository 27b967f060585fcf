using System.Text.Json;
using System.Text.Json.Nodes;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training;

/// <summary>
/// The configuration file: the model's name, version and language, the data sources with their licences, and an object
/// of settings for each part. It may name profiles beside the default one, each with settings that take the place of those.
/// </summary>
internal sealed class TrainingConfiguration
{
    /// <summary>The profile that is meant where none is named.</summary>
    public const string DefaultProfile = "default";

    private readonly JsonElement _root;

    private TrainingConfiguration(JsonElement root, string profile) => (_root, Profile) = (root, profile);

    /// <summary>The name of the profile.</summary>
    public string Profile { get; }

    /// <summary>Whether the profile may only use data whose licence allows commercial use.</summary>
    public bool IsPermissive => _root.TryGetProperty("permissiveOnly", out var only) && only.GetBoolean();

    public string Name => Required("name");

    public string Version => Required("version");

    public string Language => Required("language");

    public static TrainingConfiguration Load(string path, string profile = DefaultProfile)
    {
        if (!File.Exists(path)) throw new TrainingException($"There is no configuration {path}; give it with --config.");
        try
        {
            return Parse(File.ReadAllText(path), profile);
        }
        catch (JsonException e)
        {
            throw new TrainingException($"{path} is not JSON: {e.Message}");
        }
    }

    public static TrainingConfiguration Parse(string json, string profile = DefaultProfile)
    {
        var root = JsonNode.Parse(json, null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!.AsObject();
        var profiles = root["profiles"] as JsonObject;
        root.Remove("profiles");
        if (profile != DefaultProfile)
        {
            if (profiles?[profile] is not JsonObject changes)
            {
                string names = string.Join(", ", (profiles?.Select(pair => pair.Key) ?? []).Prepend(DefaultProfile));
                throw new TrainingException($"There is no profile '{profile}'; the profiles are {names}.");
            }
            Change(root, changes);
        }
        using var document = JsonDocument.Parse(root.ToJsonString());
        return new TrainingConfiguration(document.RootElement.Clone(), profile);
    }

    // Objects that stand in objects (the parts, the development sets of a part) are completed, everything else replaced; null takes away.
    private static void Change(JsonObject target, JsonObject changes)
    {
        foreach (var (name, value) in changes)
        {
            if (value is null) target.Remove(name);
            else if (value is JsonObject inner && target[name] is JsonObject old) Change(old, inner);
            else target[name] = value.DeepClone();
        }
    }

    /// <summary>The settings of a part; an undefined element where there are none.</summary>
    public JsonElement Component(string name) =>
        _root.TryGetProperty("components", out var components) && components.TryGetProperty(name, out var settings) ? settings : default;

    /// <summary>
    /// The data set that a file belongs to, that of the longest listed prefix of its name, as far as the profile may use it.
    /// </summary>
    public DataSource Source(string file)
    {
        JsonElement? found = null;
        int longest = -1;
        foreach (var source in _root.GetProperty("sources").EnumerateObject())
        {
            if (source.Name.Length <= longest || !file.StartsWith(source.Name, StringComparison.Ordinal)) continue;
            longest = source.Name.Length;
            found = source.Value;
        }
        if (found is not { } set) throw new TrainingException($"The configuration names no source and licence for {file}.");
        var (name, license) = (set.GetProperty("name").GetString()!, set.GetProperty("license").GetString()!);
        if (!IsPermissive) return new DataSource(name, license, []);
        if (!set.TryGetProperty("permissive", out var permissive) || permissive.ValueKind == JsonValueKind.False)
            throw new TrainingException($"The profile '{Profile}' may not use {file}: its licence is \"{license}\".");
        if (permissive.ValueKind == JsonValueKind.True) return new DataSource(name, license, []);
        return new DataSource(
            permissive.GetProperty("name").GetString()!,
            permissive.GetProperty("license").GetString()!,
            [.. permissive.GetProperty("documents").EnumerateArray().Select(prefix => prefix.GetString()!)]);
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
