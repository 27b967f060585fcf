using NewsNlp.Documents.Sinks;
using NewsNlp.Documents.Values;

namespace NewsNlp.Documents;

/// <summary>A span that names something, with the label of what it names.</summary>
/// <remarks>Take views from a document's lists; the default value is not usable.</remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct EntityMention : IDocumentView<EntityMention>
{
    internal EntityMention(Document document, int index)
    {
        Document = document;
        Index = index;
    }

    /// <summary>The document that holds it.</summary>
    public Document Document { get; }

    /// <summary>Its index in <see cref="Document.EntityMentions"/>.</summary>
    public int Index { get; }

    /// <summary>The index of its first token.</summary>
    public int FirstToken => Document.EntityMentionLayer.FirstTokens[Index];

    /// <summary>How many tokens it has; at least one.</summary>
    public int TokenCount => Document.EntityMentionLayer.TokenCounts[Index];

    /// <summary>Its tokens.</summary>
    public AnnotationList<Token> Tokens => new(Document, FirstToken, TokenCount);

    /// <summary>Where it stands, in UTF-16 code units.</summary>
    public TextSpan Span => Document.TokenLayer.Span(FirstToken, TokenCount);

    /// <summary>What kind of thing it names.</summary>
    public EntityLabel Label => Document.EntityMentionLayer.Labels[Index];

    /// <summary>How sure the recognizer is, from 0 to 1: the probability that span and label are both right.</summary>
    public float Score => Document.EntityMentionLayer.Scores[Index];

    /// <summary>The entity that it names; null where coreference was not computed or gave it none (dates, amounts).</summary>
    public Entity? Entity =>
        Document.CoreferenceLayerOrNull is { } layer && layer.EntityOfEntityMention[Index] is >= 0 and var entity
            ? new Entity(Document, entity)
            : null;

    /// <summary>
    /// What it means as a value: a <see cref="DateValue"/>, <see cref="MoneyValue"/> and so on; null where it is a name, or its words
    /// do not tell. Dates such as "last week" are read against <see cref="DocumentMetadata.Published"/>. What is one end of a range
    /// ("$5 million" in "between $5 million and $6 million", "2017" in "from 2017 to 2021") is worth the range, and a day with a name
    /// ("Boxing Day") its date, also where its label is <see cref="EntityLabel.Misc"/>.
    /// </summary>
    /// <remarks>
    /// The values of a document are read when the first one is asked for. A document that was built by hand has those that were given to
    /// <see cref="EntityMentionSink.Add(int, int, EntityLabel, float, MentionValue?)"/>, one that was read from JSON those of the JSON.
    /// </remarks>
    public MentionValue? Value => Document.EntityMentionLayer.Values?.Of(Document, Index);

    /// <summary>Its characters; allocates, use <see cref="AsSpan"/> on a hot path.</summary>
    public string Text => AsSpan().ToString();

    /// <summary>Its characters, without a copy.</summary>
    public ReadOnlySpan<char> AsSpan() => Span.Of(Document.Text);

    /// <summary>The mention's characters.</summary>
    public override string ToString() => Text;

    static EntityMention IDocumentView<EntityMention>.At(Document document, int index) => new(document, index);
}
