using NewsNlp.Documents;

namespace NewsNlp.Evaluation.Quotations;

/// <summary>A quote as the scorer compares it: spans of the text, in UTF-16 code units, on token boundaries or not.</summary>
/// <threadsafety>Immutable if its lists are; safe for any number of threads.</threadsafety>
public sealed record Attribution
{
    /// <summary>What is attributed.</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>The words that name who; empty where there are none.</summary>
    public IReadOnlyList<TextSpan> Source { get; init; } = [];

    /// <summary>The reporting words; empty where there are none.</summary>
    public IReadOnlyList<TextSpan> Cue { get; init; } = [];

    /// <summary>The names of who speaks: for gold all that count as right, for a system the one that it gives; empty where unknown.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>Marks of the annotators, such as <c>speech</c>; null where the data has none.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The quotes of a document, the first speaker of each by canonical name.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document has no quotes layer.</exception>
    public static IReadOnlyList<Attribution> Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var attributions = new List<Attribution>(document.Quotes.Count);
        foreach (var quote in document.Quotes)
        {
            attributions.Add(new Attribution
            {
                Content = [.. quote.Contents],
                Source = [.. quote.Source],
                Cue = quote.Cue is { } cue ? [cue] : [],
                Speakers = quote.Speaker is { } speaker ? [speaker.CanonicalName] : [],
            });
        }

        return attributions;
    }
}
