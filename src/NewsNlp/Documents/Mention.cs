namespace NewsNlp.Documents;

/// <summary>An expression that refers to an entity: a name, a common noun or a pronoun.</summary>
/// <remarks>Take views from a document's lists; the default value is not usable.</remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct Mention : IDocumentView<Mention>
{
    internal Mention(Document document, int index)
    {
        Document = document;
        Index = index;
    }

    /// <summary>The document that holds it.</summary>
    public Document Document { get; }

    /// <summary>Its index in <see cref="Document.Mentions"/>.</summary>
    public int Index { get; }

    /// <summary>Where it stands, in UTF-16 code units; it begins and ends with a token.</summary>
    public TextSpan Span => Record.Span;

    /// <summary>How it refers.</summary>
    public MentionKind Kind => Record.Kind;

    /// <summary>What it refers to.</summary>
    public Entity Entity => new(Document, Record.Entity);

    /// <summary>The entity mention that this is, label and score included; null for a nominal or a pronoun.</summary>
    public EntityMention? EntityMention =>
        Record.EntityMention >= 0 ? new EntityMention(Document, Record.EntityMention) : null;

    /// <summary>Its characters; allocates, use <see cref="AsSpan"/> on a hot path.</summary>
    public string Text => AsSpan().ToString();

    private ref readonly Layers.MentionRecord Record => ref Document.CoreferenceLayer.Mentions[Index];

    /// <summary>Its characters, without a copy.</summary>
    public ReadOnlySpan<char> AsSpan() => Span.Of(Document.Text);

    /// <summary>The mention's characters.</summary>
    public override string ToString() => Text;

    static Mention IDocumentView<Mention>.At(Document document, int index) => new(document, index);
}
