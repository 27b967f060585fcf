using NewsNlp.Documents;

namespace NewsNlp.Tool.Comparison;

/// <summary>In what two annotations differ.</summary>
internal enum DifferenceKind
{
    /// <summary>The same words with another label.</summary>
    Label,

    /// <summary>Entity mentions that overlap.</summary>
    Boundary,

    /// <summary>An entity mention that only one has.</summary>
    Mention,

    /// <summary>A quote that only one has.</summary>
    Quote,

    /// <summary>The words of a quote.</summary>
    Content,

    /// <summary>The words that name who.</summary>
    Source,

    /// <summary>The reporting words.</summary>
    Cue,

    /// <summary>Who speaks.</summary>
    Speaker,
}

/// <summary>A place where two annotations differ.</summary>
/// <param name="Kind">In what.</param>
/// <param name="Place">Where, for the order.</param>
/// <param name="Words">The words that it is about.</param>
/// <param name="A">What the first one has; null for nothing.</param>
/// <param name="B">What the second one has; null for nothing.</param>
internal sealed record Difference(DifferenceKind Kind, TextSpan Place, string Words, string? A, string? B);
