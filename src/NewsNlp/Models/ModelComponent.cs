using System.Collections.Immutable;

namespace NewsNlp.Models;

/// <summary>A part of a model that was trained on its own.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record ModelComponent
{
    internal ModelComponent()
    {
    }

    /// <summary>The part's name, such as "tagger".</summary>
    public string Name { get; internal init; } = "";

    /// <summary>The labels that it gives.</summary>
    public ImmutableArray<string> Labels { get; internal init; } = [];

    /// <summary>The training configuration, as names and values.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Settings { get; internal init; } = [];

    /// <summary>What it was trained on.</summary>
    public ImmutableArray<ModelDataSource> Data { get; internal init; } = [];

    /// <summary>How well it did on development sets.</summary>
    public ImmutableArray<ModelScore> Scores { get; internal init; } = [];
}

/// <summary>A file that a part of a model was trained on.</summary>
/// <param name="Name">The name of the data set.</param>
/// <param name="File">The file's name.</param>
/// <param name="License">The licence it was published under, as far as stated.</param>
/// <param name="Sha256">The file's SHA-256, in lower-case hexadecimal digits.</param>
public sealed record ModelDataSource(string Name, string File, string License, string Sha256);

/// <summary>A measurement of a part of a model.</summary>
/// <param name="Measure">What was measured, such as "UPOS accuracy".</param>
/// <param name="Data">What it was measured on, such as "EWT dev".</param>
/// <param name="Value">The result, as a rule in per cent.</param>
public sealed record ModelScore(string Measure, string Data, double Value);

/// <summary>A section of a model file.</summary>
/// <param name="Name">The section's name; "#" and its number where this library does not know it.</param>
/// <param name="Version">The version of its layout.</param>
/// <param name="Length">Its length in bytes.</param>
public sealed record ModelSectionInfo(string Name, int Version, int Length);
