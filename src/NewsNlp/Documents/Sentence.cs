namespace NewsNlp.Documents;

/// <summary>A sentence, or a heading or line that stands for one: a run of tokens.</summary>
/// <remarks>Take views from a document's lists; the default value is not usable.</remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct Sentence : IDocumentView<Sentence>
{
    internal Sentence(Document document, int index)
    {
        Document = document;
        Index = index;
    }

    /// <summary>The document that holds it.</summary>
    public Document Document { get; }

    /// <summary>Its index in <see cref="Document.Sentences"/>.</summary>
    public int Index { get; }

    /// <summary>The index of its first token.</summary>
    public int FirstToken => Document.SentenceLayer.FirstTokens[Index];

    /// <summary>How many tokens it has; at least one.</summary>
    public int TokenCount => Document.SentenceLayer.TokenCounts[Index];

    /// <summary>Its tokens.</summary>
    public AnnotationList<Token> Tokens => new(Document, FirstToken, TokenCount);

    /// <summary>From its first token's start to its last one's end, in UTF-16 code units.</summary>
    public TextSpan Span => Document.TokenLayer.Span(FirstToken, TokenCount);

    /// <summary>Its characters; allocates, use <see cref="AsSpan"/> on a hot path.</summary>
    public string Text => AsSpan().ToString();

    /// <summary>Its characters, without a copy.</summary>
    public ReadOnlySpan<char> AsSpan() => Span.Of(Document.Text);

    /// <summary>The sentence's characters.</summary>
    public override string ToString() => Text;

    static Sentence IDocumentView<Sentence>.At(Document document, int index) => new(document, index);
}
