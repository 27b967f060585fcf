namespace NewsNlp.Fuzz.Targets;

/// <summary>What the inputs of a target look like.</summary>
public enum InputForm
{
    /// <summary>A byte that picks options, then text in UTF-8 or nearly so.</summary>
    Text,

    /// <summary>A JSON document.</summary>
    Json,

    /// <summary>Edits of eight bytes each.</summary>
    Edits,
}
