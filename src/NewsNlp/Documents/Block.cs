namespace NewsNlp.Documents;

/// <summary>A part of the page.</summary>
/// <remarks>Take views from a document's lists; the default value is not usable.</remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct Block : IDocumentView<Block>
{
    internal Block(Document document, int index)
    {
        Document = document;
        Index = index;
    }

    /// <summary>The document that holds it.</summary>
    public Document Document { get; }

    /// <summary>Its index in <see cref="Document.Blocks"/>.</summary>
    public int Index { get; }

    /// <summary>Where it stands, in UTF-16 code units.</summary>
    public TextSpan Span => Document.BlockLayer.Spans[Index];

    /// <summary>What it is.</summary>
    public BlockKind Kind => Document.BlockLayer.Kinds[Index];

    /// <summary>Its characters; allocates, use <see cref="AsSpan"/> on a hot path.</summary>
    public string Text => AsSpan().ToString();

    /// <summary>Its characters, without a copy.</summary>
    public ReadOnlySpan<char> AsSpan() => Span.Of(Document.Text);

    /// <summary>The block's characters.</summary>
    public override string ToString() => Text;

    static Block IDocumentView<Block>.At(Document document, int index) => new(document, index);
}
