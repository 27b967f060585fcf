using NewsNlp.Documents;

namespace NewsNlp.Evaluation.Entities;

/// <summary>A span with a label, on token boundaries or not.</summary>
/// <param name="Span">Where it stands, in UTF-16 code units.</param>
/// <param name="Label">What it names.</param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct LabeledSpan(TextSpan Span, EntityLabel Label)
{
    /// <summary>The entity mentions of a document.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document has no entity mentions layer.</exception>
    public static IReadOnlyList<LabeledSpan> Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. document.EntityMentions.Select(mention => new LabeledSpan(mention.Span, mention.Label))];
    }
}
