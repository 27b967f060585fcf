using NewsNlp.Documents.Layers;

namespace NewsNlp.Documents;

/// <summary>
/// Questions to a document: who says what, where someone is named, which sentences and tokens lie where. The answers are read from the
/// layers as they are enumerated; nothing is copied, and <c>foreach</c> over them allocates nothing.
/// </summary>
/// <example><code>foreach (var quote in document.QuotesBy(document.Entities[0])) Console.WriteLine(quote);</code></example>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class DocumentQueries
{
    /// <summary>The quotes whose speakers include an entity, in the order of the text.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="speaker"/> belongs to another document.</exception>
    /// <exception cref="InvalidOperationException">The document has no quotes or no coreference.</exception>
    public static Selection<Quote, SpokenBy> QuotesBy(this Document document, Entity speaker)
    {
        Check(document, speaker);
        return new Selection<Quote, SpokenBy>(document, 0, document.QuoteLayer.Quotes.Length, new SpokenBy(speaker.Index));
    }

    /// <summary>
    /// The quotes that speak of an entity, by name, description or pronoun, in the order of the text; <see cref="Mention"/>s inside the
    /// content count, those of the source and between the pieces of the content do not.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="entity"/> belongs to another document.</exception>
    /// <exception cref="InvalidOperationException">The document has no quotes or no coreference.</exception>
    public static Selection<Quote, SpokenOf> QuotesAbout(this Document document, Entity entity)
    {
        Check(document, entity);
        return new Selection<Quote, SpokenOf>(document, 0, document.QuoteLayer.Quotes.Length, new SpokenOf(entity.Index));
    }

    /// <summary>Every expression that refers to an entity, in the order of the text; the same as <see cref="Entity.Mentions"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="entity"/> belongs to another document.</exception>
    /// <exception cref="InvalidOperationException">The document has no coreference.</exception>
    public static AnnotationList<Mention> MentionsOf(this Document document, Entity entity)
    {
        Check(document, entity);
        return entity.Mentions;
    }

    /// <summary>The sentences that refer to an entity, by name, description or pronoun, each once, in the order of the text.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="entity"/> belongs to another document.</exception>
    /// <exception cref="InvalidOperationException">The document has no sentences or no coreference.</exception>
    public static Selection<Sentence, Mentioning> SentencesWith(this Document document, Entity entity)
    {
        Check(document, entity);
        return new Selection<Sentence, Mentioning>(document, 0, document.SentenceLayer.FirstTokens.Length, new Mentioning(entity.Index));
    }

    /// <summary>The tokens that share at least one code unit with a span.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document has no tokens.</exception>
    public static AnnotationList<Token> TokensIn(this Document document, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(document);
        var (first, count) = Overlapping(document.TokenLayer, null, null, span);
        return new AnnotationList<Token>(document, first, count);
    }

    /// <summary>The sentences that share at least one code unit with a span.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document has no sentences.</exception>
    public static AnnotationList<Sentence> SentencesIn(this Document document, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(document);
        var layer = document.SentenceLayer;
        var (first, count) = Overlapping(document.TokenLayer, layer.FirstTokens, layer.TokenCounts, span);
        return new AnnotationList<Sentence>(document, first, count);
    }

    /// <summary>The entity mentions that share at least one code unit with a span.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document has no entity mentions.</exception>
    public static AnnotationList<EntityMention> EntityMentionsIn(this Document document, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(document);
        var layer = document.EntityMentionLayer;
        var (first, count) = Overlapping(document.TokenLayer, layer.FirstTokens, layer.TokenCounts, span);
        return new AnnotationList<EntityMention>(document, first, count);
    }

    /// <summary>The sentence that a position lies in, the gap behind its last token excluded; null where it lies in none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="position">An offset in UTF-16 code units.</param>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document has no sentences.</exception>
    public static Sentence? SentenceAt(this Document document, int position) =>
        position >= 0 && document.SentencesIn(new TextSpan(position, 1)) is { Count: > 0 } found ? found[0] : null;

    /// <summary>The items of a layer that overlap a span; its items are tokens, or runs of tokens.</summary>
    private static (int First, int Count) Overlapping(TokenLayer tokens, int[]? firstTokens, int[]? tokenCounts, TextSpan span)
    {
        int items = firstTokens?.Length ?? tokens.Count, low = 0, high = items;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            int last = firstTokens is null ? middle : firstTokens[middle] + tokenCounts![middle] - 1;
            if (tokens.Starts[last] + tokens.Lengths[last] <= span.Start) low = middle + 1;
            else high = middle;
        }

        int first = low;
        high = items;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (tokens.Starts[firstTokens is null ? middle : firstTokens[middle]] < span.End) low = middle + 1;
            else high = middle;
        }

        return (first, span.IsEmpty ? 0 : low - first);
    }

    private static void Check(Document document, Entity entity)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (entity.Document is null || !ReferenceEquals(entity.Document.CoreferenceLayer, document.CoreferenceLayer))
            throw new ArgumentException("The entity belongs to another document; take it from this one's Entities.", nameof(entity));
    }
}
