using NewsNlp.Export;

namespace NewsNlp.Tool.Commands;

internal enum InputFormat
{
    Auto,
    Text,
    Jsonl,
    Html,
}

internal enum OutputFormat
{
    Text,
    Json,
    Jsonl,
    Conllu,
    Html,

    /// <summary>The quotes alone, for <c>newsnlp quotes</c>.</summary>
    Quotes,

    /// <summary>The quotes with what each rests on.</summary>
    ExplainedQuotes,
}

/// <summary>What <c>newsnlp annotate</c> or <c>newsnlp quotes</c> was asked to do.</summary>
internal sealed record AnnotateSettings
{
    /// <summary>The files; "-" is standard input; never empty.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    public InputFormat InputFormat { get; init; }

    public OutputFormat Format { get; init; }

    /// <summary>The file to write; null for standard output.</summary>
    public string? Output { get; init; }

    /// <summary>Whether an interrupted run is taken up again; only where there is a file to write, and JSON Lines on both ends.</summary>
    public bool Resume { get; init; }

    public OffsetUnit OffsetUnit { get; init; }

    public bool IncludeText { get; init; } = true;

    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The model file; null for the embedded one.</summary>
    public string? Model { get; init; }

    /// <summary>Every file that is read.</summary>
    public IReadOnlyList<string> Read => Model is null ? Inputs : [.. Inputs, Model];
}
