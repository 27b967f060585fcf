using NewsNlp.Documents;

namespace NewsNlp.Catalyst;

/// <summary>What <see cref="CatalystDocuments.ToDocument"/> lets a caller choose.</summary>
/// <threadsafety>Immutable; safe for any number of threads as long as <see cref="Labels"/> is.</threadsafety>
public sealed record CatalystDocumentOptions
{
    /// <summary>
    /// The article as the caller has it, from which the Catalyst document was made; the result then has this text, with offsets
    /// into it. Null, the default, for the text that Catalyst kept: without tabs, line breaks and other control characters, and
    /// so without paragraphs.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>What is known of the article beside its text; nothing by default.</summary>
    public DocumentMetadata Metadata { get; init; }

    /// <summary>
    /// The label of a Catalyst entity type, null to leave its entities out; <see cref="CatalystLabels.FromType"/> by default.
    /// </summary>
    public Func<string, EntityLabel?> Labels { get; init; } = CatalystLabels.FromType;

    /// <summary>
    /// Layers that are not to be taken over, none by default, so that <see cref="NlpPipeline.Complete"/> computes them anew:
    /// <see cref="Layer.EntityMentions"/> for a Catalyst pipeline that has no entity recognizer, say. Not
    /// <see cref="Layer.Tokens"/>, on which all others stand.
    /// </summary>
    public IReadOnlyCollection<Layer> Without { get; init; } = [];
}
