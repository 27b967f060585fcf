using NewsNlp.Documents.Layers;
using NewsNlp.Documents.Sinks;
using NewsNlp.Documents.Values;
using NewsNlp.Threading;

namespace NewsNlp.Documents;

/// <summary>
/// Builds a document by hand, layer by layer, without a model: for tests, for readers of other formats, for annotations
/// that come from elsewhere. It enforces what a pipeline enforces: every layer once, after the layers that it stands on.
/// </summary>
/// <threadsafety>For one thread at a time. The documents that it hands out are immutable.</threadsafety>
public sealed class DocumentBuilder
{
    private readonly BlockSink _blocks = new();
    private readonly SentenceSink _sentences = new();
    private readonly EntityMentionSink _entityMentions = new();
    private readonly QuoteSink _quotes = new();
    private readonly CoreferenceSink _coreference = new();
    private readonly AnnotationSink _annotations = new();
    private DocumentLayers _layers = new();
    private CancellationToken _cancellationToken;

    /// <summary>Starts a document without any layer.</summary>
    /// <param name="text">The text; kept as it is.</param>
    /// <param name="metadata">What is known of the article beside its text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public DocumentBuilder(string text, DocumentMetadata metadata = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        Document = new Document(text, metadata, _layers);
    }

    /// <summary>The document with the layers added so far.</summary>
    public Document Document { get; private set; }

    /// <summary>Adds the blocks.</summary>
    /// <param name="write">Writes them to the sink.</param>
    /// <exception cref="ArgumentNullException"><paramref name="write"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The layer is there already, or tokens are.</exception>
    public DocumentBuilder AddBlocks(Action<BlockSink> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        CheckNew(Layer.Blocks);
        if (_layers.Has(Layer.Tokens))
        {
            throw new InvalidOperationException("Blocks come before tokens, since no token may lie in two of them.");
        }

        _blocks.Open(Document, _cancellationToken);
        write(_blocks);
        return Set(_layers with { Blocks = _blocks.Complete() });
    }

    /// <summary>Adds the tokens.</summary>
    /// <param name="spans">Where they stand, in order, not empty, not overlapping, each in one block if there are blocks.</param>
    /// <param name="kinds">What they are; empty for words throughout, else one for each span.</param>
    /// <exception cref="ArgumentException">A span or the number of kinds breaks a rule above.</exception>
    /// <exception cref="InvalidOperationException">The layer is there already.</exception>
    public DocumentBuilder AddTokens(ReadOnlySpan<TextSpan> spans, ReadOnlySpan<TokenKind> kinds = default)
    {
        if (!kinds.IsEmpty && kinds.Length != spans.Length)
        {
            throw new ArgumentException($"{spans.Length} spans but {kinds.Length} kinds.", nameof(kinds));
        }

        var starts = new int[spans.Length];
        var lengths = new int[spans.Length];
        for (var i = 0; i < spans.Length; i++)
        {
            starts[i] = spans[i].Start;
            lengths[i] = spans[i].Length;
        }

        var ownKinds = kinds.IsEmpty ? new TokenKind[spans.Length] : kinds.ToArray();
        return AddTokens(new TokenLayer(starts, lengths, ownKinds));
    }

    /// <summary>Adds the sentences.</summary>
    /// <param name="write">Writes them to the sink.</param>
    /// <exception cref="ArgumentNullException"><paramref name="write"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The layer is there already, or there are no tokens.</exception>
    public DocumentBuilder AddSentences(Action<SentenceSink> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        CheckNew(Layer.Sentences, Layer.Tokens);
        _sentences.Open(Document, _cancellationToken);
        write(_sentences);
        return Set(_layers with { Sentences = _sentences.Complete() });
    }

    /// <summary>Adds a part of speech for each token.</summary>
    /// <param name="tags">One for each token; copied.</param>
    /// <exception cref="ArgumentException">There are not as many tags as tokens.</exception>
    /// <exception cref="InvalidOperationException">The layer is there already, or there are no tokens.</exception>
    public DocumentBuilder AddPartOfSpeech(ReadOnlySpan<Upos> tags)
    {
        CheckNew(Layer.PartOfSpeech, Layer.Tokens);
        CheckOneEach(tags.Length, nameof(tags));
        return Set(_layers with { PartOfSpeech = InterruptibleMemory.ToArray(tags, _cancellationToken) });
    }

    /// <summary>Adds a dictionary form for each token.</summary>
    /// <param name="lemmas">One for each token, none null; copied.</param>
    /// <exception cref="ArgumentException">There are not as many lemmas as tokens, or one is null.</exception>
    /// <exception cref="InvalidOperationException">The layer is there already, or there are no tokens.</exception>
    public DocumentBuilder AddLemmas(ReadOnlySpan<string> lemmas)
    {
        CheckNew(Layer.Lemmas, Layer.Tokens);
        CheckOneEach(lemmas.Length, nameof(lemmas));
        foreach (var lemma in lemmas)
        {
            ArgumentNullException.ThrowIfNull(lemma, nameof(lemmas));
        }

        return Set(_layers with { Lemmas = lemmas.ToArray() });
    }

    /// <summary>Adds the entity mentions.</summary>
    /// <param name="write">Writes them to the sink.</param>
    /// <exception cref="ArgumentNullException"><paramref name="write"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The layer is there already, there are no tokens, or coreference came first.</exception>
    public DocumentBuilder AddEntityMentions(Action<EntityMentionSink> write) => AddEntityMentions(write, null);

    /// <summary>Adds the entity mentions, and what reads their values.</summary>
    internal DocumentBuilder AddEntityMentions(Action<EntityMentionSink> write, MentionValueReader? reader)
    {
        ArgumentNullException.ThrowIfNull(write);
        CheckNew(Layer.EntityMentions, Layer.Tokens);
        CheckBeforeCoreference(Layer.EntityMentions);
        _entityMentions.Open(Document, _cancellationToken, reader);
        write(_entityMentions);
        return Set(_layers with { EntityMentions = _entityMentions.Complete() });
    }

    /// <summary>Adds the quotes. Their speakers come with <see cref="AddCoreference"/>.</summary>
    /// <param name="write">Writes them to the sink.</param>
    /// <exception cref="ArgumentNullException"><paramref name="write"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The layer is there already, there are no tokens, or coreference came first.</exception>
    public DocumentBuilder AddQuotes(Action<QuoteSink> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        CheckNew(Layer.Quotes, Layer.Tokens);
        CheckBeforeCoreference(Layer.Quotes);
        _quotes.Open(Document, _cancellationToken);
        write(_quotes);
        return Set(_layers with { Quotes = _quotes.Complete() });
    }

    /// <summary>Adds entities, mentions and speakers.</summary>
    /// <param name="write">Writes them to the sink.</param>
    /// <exception cref="ArgumentNullException"><paramref name="write"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The layer is there already, or there are no tokens.</exception>
    public DocumentBuilder AddCoreference(Action<CoreferenceSink> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        CheckNew(Layer.Coreference, Layer.Tokens);
        _coreference.Open(Document, _cancellationToken);
        write(_coreference);
        return Set(_layers with { Coreference = _coreference.Complete() });
    }

    /// <summary>Adds an annotation of the user's own.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException">The document has an annotation under this key already.</exception>
    public DocumentBuilder Add<T>(AnnotationKey<T> key, T value)
        where T : notnull
        => AddAnnotations([key], sink => sink.Set(key, value));

    /// <summary>The document with all layers added; the same as <see cref="Document"/>.</summary>
    public Document Build() => Document;

    internal void Reset(string text, DocumentMetadata metadata, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        _layers = new DocumentLayers();
        Document = new Document(text, metadata, _layers);
    }

    /// <summary>Goes on from a document that another builder made; what it holds is kept.</summary>
    internal void Reset(Document document, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        _layers = document.Layers;
        Document = document;
    }

    internal DocumentBuilder AddTokens(TokenLayer tokens)
    {
        CheckNew(Layer.Tokens);
        TokenChecks.Check(tokens, Document.Text, _layers.Blocks, _cancellationToken);
        return Set(_layers with { Tokens = tokens });
    }

    /// <summary>Adds lemmas without copying them: the caller leaves the array to the document.</summary>
    internal DocumentBuilder AddOwnLemmas(string[] lemmas)
    {
        CheckNew(Layer.Lemmas, Layer.Tokens);
        CheckOneEach(lemmas.Length, nameof(lemmas));
        return Set(_layers with { Lemmas = lemmas });
    }

    internal DocumentBuilder AddAnnotations(IReadOnlyCollection<AnnotationKey> keys, Action<AnnotationSink> write)
    {
        foreach (var key in keys)
        {
            if (_layers.Custom.ContainsKey(key))
            {
                throw new ArgumentException($"The document has an annotation '{key}' already; a layer is written once.", nameof(keys));
            }
        }

        _annotations.Open(Document, keys, _cancellationToken);
        write(_annotations);
        return Set(_layers with { Custom = _annotations.Complete(_layers.Custom) });
    }

    private DocumentBuilder Set(DocumentLayers layers)
    {
        _layers = layers;
        Document = new Document(Document.Text, Document.Metadata, layers);
        return this;
    }

    private void CheckNew(Layer layer, Layer? requires = null)
    {
        if (_layers.Has(layer))
        {
            throw new InvalidOperationException($"The document has a {layer} layer already; a layer is written once.");
        }

        if (requires is { } required && !_layers.Has(required))
        {
            throw new InvalidOperationException($"{layer} stand on {required}, which the document does not have yet.");
        }
    }

    private void CheckBeforeCoreference(Layer layer)
    {
        if (_layers.Has(Layer.Coreference))
        {
            throw new InvalidOperationException($"{layer} come before coreference, which refers to them.");
        }
    }

    private void CheckOneEach(int count, string name)
    {
        if (count != _layers.Tokens!.Count)
        {
            throw new ArgumentException($"The document has {_layers.Tokens.Count} tokens, but {count} values were given.", name);
        }
    }
}
