using System.Collections.Immutable;

namespace NewsNlp.Models;

/// <summary>
/// A trained model: what the learned stages of a pipeline work from. The English model that comes with the package is
/// <see cref="Default"/>; <see cref="Load"/> opens one of your own.
/// </summary>
/// <threadsafety>Immutable; share one among all pipelines and threads.</threadsafety>
public sealed class NlpModel
{
    private const string Resource = "NewsNlp.Models.english.nnlp";
    private static readonly Lazy<NlpModel> Embedded = new(LoadEmbedded);

    private readonly ModelMemory _memory;
    private readonly ImmutableArray<ModelContainer.Entry> _entries;

    private NlpModel(ModelMemory memory)
    {
        _memory = memory;
        _entries = ModelContainer.Read(memory.Span);
        Info = ModelInfoReader.Read(Open(ModelSection.Metadata), _entries);
    }

    /// <summary>The English model that is part of this library, loaded when first asked for.</summary>
    /// <exception cref="ModelFormatException">The library was built without its model.</exception>
    public static NlpModel Default => Embedded.Value;

    /// <summary>What the model is, what it was trained on, and how well it did.</summary>
    public ModelInfo Info { get; }

    /// <summary>
    /// Opens a model file (<c>.nnlp</c>). Header, table and every section's checksum are verified at once; the stages
    /// verify what is inside their sections when a pipeline is built.
    /// </summary>
    /// <param name="stream">Read to its end, and left open. Memory use stays below twice what it holds.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ModelFormatException">It is no intact model file, or of a version that this library does not read.</exception>
    public static NlpModel Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new NlpModel(ModelStream.Read(stream));
    }

    /// <summary>Opens a model that lies in memory; the bytes are copied.</summary>
    internal static NlpModel FromBytes(ReadOnlySpan<byte> file) => new(ModelMemory.CopyOf(file));

    /// <summary>Whether the model has a section.</summary>
    internal bool Has(ModelSection section) => Find(section) is not null;

    /// <summary>A reader of a section's body.</summary>
    /// <exception cref="ModelFormatException">
    /// The section is missing, of another version, or was trained for other features than this library computes.
    /// </exception>
    internal SectionReader Open(ModelSection section)
    {
        if (Find(section) is not { } entry)
            throw new ModelFormatException(section.Name, "the model has none; use a model that was trained for this stage.");
        if (entry.Version != section.Version)
        {
            throw new ModelFormatException(
                section.Name, $"its version is {entry.Version}, but this library reads {section.Version}; train the model again.",
                entry.Version, $"{section.Version}");
        }
        if (entry.Fingerprint != section.Fingerprint)
            throw new ModelFormatException(section.Name, "it was trained for other features than this library computes; train it again.");
        return new SectionReader(_memory, entry.Offset, entry.Length, section.Name);
    }

    /// <summary>The bytes of a section as they stand in the file, whatever its version; null where there is none.</summary>
    internal ReadOnlySpan<byte> Raw(ModelContainer.Entry entry) => _memory.Span.Slice(entry.Offset, entry.Length);

    /// <summary>The file's table.</summary>
    internal ImmutableArray<ModelContainer.Entry> Entries => _entries;

    private ModelContainer.Entry? Find(ModelSection section)
    {
        foreach (var entry in _entries)
        {
            if (entry.Id == section.Id) return entry;
        }

        return null;
    }

    private static NlpModel LoadEmbedded()
    {
        var stream = typeof(NlpModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new ModelFormatException("This build of the library has no model inside; open one with NlpModel.Load.");
        // Not disposed where it is read in place: it keeps the mapped bytes.
        return ModelMemory.InPlace(stream) is { } memory ? new NlpModel(memory) : Load(stream);
    }
}
