using NewsNlp.Documents.Layers;

namespace NewsNlp.Documents;

/// <summary>
/// An article and everything that was found in it. The text is the caller's own string; the annotations are layers over
/// it, and the lists and views that this class hands out are cheap looks into them.
/// </summary>
/// <remarks>
/// A layer that was not computed is absent, which is not the same as empty: <see cref="Has(Layer)"/> tells, and reading an
/// absent one throws. Offsets are UTF-16 code units, half open.
/// </remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed class Document
{
    private readonly DocumentLayers _layers;

    internal Document(string text, DocumentMetadata metadata, DocumentLayers layers)
    {
        Text = text;
        Metadata = metadata;
        _layers = layers;
    }

    /// <summary>The text, exactly as the caller gave it.</summary>
    public string Text { get; }

    /// <summary>What the caller said of the article.</summary>
    public DocumentMetadata Metadata { get; }

    /// <summary>The caller's own name for the article; null where there is none.</summary>
    public string? Id => Metadata.Id;

    /// <summary>The parts of the page, in order, not overlapping; all of the text that is not white space lies in one.</summary>
    /// <exception cref="InvalidOperationException">The layer is absent.</exception>
    public AnnotationList<Block> Blocks => new(this, 0, BlockLayer.Spans.Length);

    /// <summary>Who wrote the article; null where its text does not say.</summary>
    /// <exception cref="InvalidOperationException">The document has no blocks.</exception>
    public Byline? Byline => BlockLayer.Byline;

    /// <summary>Where, when and for whom the article was written; null where its text does not say.</summary>
    /// <exception cref="InvalidOperationException">The document has no blocks.</exception>
    public Dateline? Dateline => BlockLayer.Dateline;

    /// <summary>The tokens, in order, not overlapping.</summary>
    /// <exception cref="InvalidOperationException">The layer is absent.</exception>
    public AnnotationList<Token> Tokens => new(this, 0, TokenLayer.Count);

    /// <summary>The sentences, in order, not overlapping; tokens of furniture and of credits that stand alone lie in none.</summary>
    /// <exception cref="InvalidOperationException">The layer is absent.</exception>
    public AnnotationList<Sentence> Sentences => new(this, 0, SentenceLayer.FirstTokens.Length);

    /// <summary>Names, dates, amounts, in order, not overlapping.</summary>
    /// <exception cref="InvalidOperationException">The layer is absent.</exception>
    public AnnotationList<EntityMention> EntityMentions => new(this, 0, EntityMentionLayer.FirstTokens.Length);

    /// <summary>The quotes, in the order of their first words (cue, source or content).</summary>
    /// <exception cref="InvalidOperationException">The layer is absent.</exception>
    public AnnotationList<Quote> Quotes => new(this, 0, QuoteLayer.Quotes.Length);

    /// <summary>The entities, in the order of their first mentions.</summary>
    /// <exception cref="InvalidOperationException">The layer is absent.</exception>
    public AnnotationList<Entity> Entities => new(this, 0, CoreferenceLayer.Entities.Length);

    /// <summary>Every expression that refers to an entity, by start; they may nest.</summary>
    /// <exception cref="InvalidOperationException">The layer is absent.</exception>
    public AnnotationList<Mention> Mentions => new(this, 0, CoreferenceLayer.Mentions.Length);

    internal DocumentLayers Layers => _layers;

    internal BlockLayer BlockLayer => _layers.Blocks ?? throw Absent(Layer.Blocks);

    internal TokenLayer TokenLayer => _layers.Tokens ?? throw Absent(Layer.Tokens);

    internal SentenceLayer SentenceLayer => _layers.Sentences ?? throw Absent(Layer.Sentences);

    internal Upos[] PartOfSpeechLayer => _layers.PartOfSpeech ?? throw Absent(Layer.PartOfSpeech);

    internal string[] LemmaLayer => _layers.Lemmas ?? throw Absent(Layer.Lemmas);

    internal EntityMentionLayer EntityMentionLayer => _layers.EntityMentions ?? throw Absent(Layer.EntityMentions);

    internal QuoteLayer QuoteLayer => _layers.Quotes ?? throw Absent(Layer.Quotes);

    internal CoreferenceLayer CoreferenceLayer => _layers.Coreference ?? throw Absent(Layer.Coreference);

    /// <summary>The coreference layer, or null where it is absent: for views whose entity is then simply unknown.</summary>
    internal CoreferenceLayer? CoreferenceLayerOrNull => _layers.Coreference;

    /// <summary>Whether a layer was computed, be it empty or not.</summary>
    public bool Has(Layer layer) => _layers.Has(layer);

    /// <summary>Whether the document holds a user's own annotation under <paramref name="key"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool Has(AnnotationKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _layers.Custom.ContainsKey(key);
    }

    /// <summary>A user's own annotation.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="InvalidOperationException">No annotator wrote it.</exception>
    public T Get<T>(AnnotationKey<T> key)
        where T : notnull
        => TryGet(key, out var value)
            ? value
            : throw new InvalidOperationException(
                $"The document has no annotation '{key}'; add the annotator that writes it to the pipeline.");

    /// <summary>A user's own annotation, if the document holds it.</summary>
    /// <returns>Whether it does.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool TryGet<T>(AnnotationKey<T> key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(key);
        if (_layers.Custom.TryGetValue(key, out var boxed))
        {
            value = (T)boxed;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    private static InvalidOperationException Absent(Layer layer) =>
        new($"The document has no {layer} layer; build the pipeline with {DocumentLayers.RemedyFor(layer)}.");
}
