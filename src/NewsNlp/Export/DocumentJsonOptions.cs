namespace NewsNlp.Export;

/// <summary>What <see cref="DocumentJsonWriter"/> writes.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed record DocumentJsonOptions
{
    /// <summary>UTF-16 offsets, with the text, on one line.</summary>
    public static DocumentJsonOptions Default { get; } = new();

    /// <summary>What offsets count; <see cref="OffsetUnit.Utf16"/> unless set.</summary>
    /// <remarks>
    /// An offset between the two halves of a surrogate pair, which only UTF-16 can express, is written as the pair's start
    /// in the other units.
    /// </remarks>
    public OffsetUnit OffsetUnit { get; init; }

    /// <summary>Whether the text is written too; true unless set. Without it a reader has to be given the text.</summary>
    public bool IncludeText { get; init; } = true;

    /// <summary>
    /// Whether the JSON is spread over lines, for a person to read; false unless set. A writer that the caller brings keeps
    /// its own setting.
    /// </summary>
    public bool Indented { get; init; }
}
