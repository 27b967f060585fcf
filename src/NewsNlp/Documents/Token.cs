namespace NewsNlp.Documents;

/// <summary>A token: a view of a document and an index.</summary>
/// <remarks>Take views from a document's lists; the default value is not usable.</remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct Token : IDocumentView<Token>
{
    internal Token(Document document, int index)
    {
        Document = document;
        Index = index;
    }

    /// <summary>The document that holds it.</summary>
    public Document Document { get; }

    /// <summary>Its index in <see cref="Document.Tokens"/>.</summary>
    public int Index { get; }

    /// <summary>Where it stands, in UTF-16 code units.</summary>
    public TextSpan Span => Document.TokenLayer.Span(Index);

    /// <summary>What it is, by its spelling.</summary>
    public TokenKind Kind => Document.TokenLayer.Kinds[Index];

    /// <summary>Its part of speech.</summary>
    /// <exception cref="InvalidOperationException">The layer is absent.</exception>
    public Upos PartOfSpeech => Document.PartOfSpeechLayer[Index];

    /// <summary>Its dictionary form, as Universal Dependencies spells it: lower case save for proper nouns.</summary>
    /// <exception cref="InvalidOperationException">The layer is absent.</exception>
    public string Lemma => Document.LemmaLayer[Index];

    /// <summary>Its characters; allocates, use <see cref="AsSpan"/> on a hot path.</summary>
    public string Text => AsSpan().ToString();

    /// <summary>Its characters, without a copy.</summary>
    public ReadOnlySpan<char> AsSpan() => Span.Of(Document.Text);

    /// <summary>The token's characters.</summary>
    public override string ToString() => Text;

    static Token IDocumentView<Token>.At(Document document, int index) => new(document, index);
}
