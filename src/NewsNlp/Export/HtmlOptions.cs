namespace NewsNlp.Export;

/// <summary>What <see cref="HtmlWriter"/> writes.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed record HtmlOptions
{
    /// <summary>The page's title; null for the article's headline.</summary>
    public string? Title { get; init; }

    /// <summary>The language of the articles, as a BCP 47 tag; <c>en</c> unless set.</summary>
    public string Language { get; init; } = "en";
}
