using System.Collections.Immutable;

namespace NewsNlp.Models;

/// <summary>What a model is: its name, its parts, what they were trained on and how well they did.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record ModelInfo
{
    internal ModelInfo()
    {
    }

    /// <summary>The model's name, such as "english".</summary>
    public string Name { get; internal init; } = "";

    /// <summary>The model's semantic version, such as "1.2.0".</summary>
    public string Version { get; internal init; } = "";

    /// <summary>The language it reads, as a BCP 47 tag such as "en".</summary>
    public string Language { get; internal init; } = "";

    /// <summary>The parts that were trained, such as the tagger.</summary>
    public ImmutableArray<ModelComponent> Components { get; internal init; } = [];

    /// <summary>The sections of the file, in its order.</summary>
    public ImmutableArray<ModelSectionInfo> Sections { get; internal init; } = [];
}
