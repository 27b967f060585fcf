using NewsNlp.Documents;

namespace NewsNlp.Tool.Input;

/// <summary>A text to annotate and what is known of it.</summary>
internal readonly record struct Article(string Text, DocumentMetadata Metadata)
{
    /// <summary>What to tell the user although the article can be read.</summary>
    public string? Warning { get; init; }
}
