using System.Security.Cryptography;
using System.Text.Json;
using NewsNlp.Models;
using NewsNlp.Training.Data;

namespace NewsNlp.Training;

/// <summary>
/// What a part's training can ask for: its settings, the data files (each one used goes into the model's metadata with
/// its licence and hash), and the model as trained so far.
/// </summary>
/// <param name="configuration">The whole configuration file.</param>
/// <param name="component">The name of the part.</param>
/// <param name="dataFolder">Where the data files are.</param>
/// <param name="model">The model with the parts trained before; null where there are none.</param>
/// <param name="log">Takes progress, a line at a time.</param>
internal sealed class TrainingContext(
    TrainingConfiguration configuration, string component, string dataFolder, NlpModel? model, Action<string> log)
{
    private readonly List<ModelDataSource> _used = [];

    public NlpModel? Model => model;

    public Action<string> Log => log;

    /// <summary>The part's own object in the configuration; undefined where there is none.</summary>
    public JsonElement Settings { get; } = configuration.Component(component);

    /// <summary>The profile's name.</summary>
    public string Profile => configuration.Profile;

    /// <summary>The training data files used so far.</summary>
    public IReadOnlyList<ModelDataSource> Used => _used;

    /// <summary>The path of a file that the part is trained on, by its name relative to the data folder. It goes into the metadata.</summary>
    /// <exception cref="TrainingException">It is not there, or the profile may use some of its documents only, or none.</exception>
    public string TrainingFile(string file)
    {
        if (configuration.Source(file).Documents.Count > 0)
            throw new TrainingException($"The profile '{Profile}' may use some documents of {file} only, and they cannot be told apart here.");
        return Use(file);
    }

    /// <summary>The documents of a treebank that the part is trained on; those that the profile may use. It goes into the metadata.</summary>
    public IEnumerable<GoldDocument> TrainingDocuments(string file)
    {
        var source = configuration.Source(file);
        return ConlluReader.Read(Use(file)).Where(document => source.Has(document.Id));
    }

    /// <summary>The coreference of the documents that the part is trained on; those that the profile may use. It goes into the metadata.</summary>
    public Dictionary<string, IReadOnlyList<GoldMention>> TrainingCoreference(string file)
    {
        var source = configuration.Source(file);
        return CoreferenceReader.Read(Use(file)).Where(document => source.Has(document.Key)).ToDictionary();
    }

    private string Use(string file)
    {
        string path = Existing(file);
        if (_used.All(source => source.File != file))
        {
            var source = configuration.Source(file);
            using var stream = File.OpenRead(path);
            _used.Add(new ModelDataSource(source.Name, file, source.License, Convert.ToHexStringLower(SHA256.HashData(stream))));
        }
        return path;
    }

    /// <summary>The path of a file that the part is only measured on, or null where it is not there.</summary>
    public string? DevelopmentFile(string file)
    {
        string path = Path.Combine(dataFolder, file);
        return File.Exists(path) ? path : null;
    }

    private string Existing(string file)
    {
        string path = Path.Combine(dataFolder, file);
        return File.Exists(path) ? path : throw new TrainingException($"There is no data file {path}; give the data folder with --data.");
    }
}
