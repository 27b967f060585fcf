using NewsNlp.Documents.Layers;

namespace NewsNlp.Documents;

/// <summary>
/// An attribution: what somebody said, thought or showed, and the words that say so. <i>Source</i> is the words in the
/// text that name who ("he"); <i>speaker</i> is the entity that they resolve to.
/// </summary>
/// <remarks>Take views from a document's lists; the default value is not usable.</remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct Quote : IDocumentView<Quote>
{
    internal Quote(Document document, int index)
    {
        Document = document;
        Index = index;
    }

    /// <summary>The document that holds it.</summary>
    public Document Document { get; }

    /// <summary>Its index in <see cref="Document.Quotes"/>.</summary>
    public int Index { get; }

    /// <summary>How much of the content stands inside quotation marks.</summary>
    public QuoteKind Kind => Record.Kind;

    /// <summary>Whether it is said, thought or shown.</summary>
    public QuoteAct Act => Record.Act;

    /// <summary>Whether the attribution is asserted, negated or hypothetical.</summary>
    public QuoteModality Modality => Record.Modality;

    /// <summary>How sure the attributor is, from 0 to 1.</summary>
    public float Confidence => Record.Confidence;

    /// <summary>What is attributed, quotation marks included: one span, or several where the quote is split.</summary>
    public TextSpanList Contents => new(Document.QuoteLayer.Spans, Record.FirstSpan, Record.ContentCount);

    /// <summary>The words that name who; empty where the text has none.</summary>
    public TextSpanList Source =>
        new(Document.QuoteLayer.Spans, Record.FirstSpan + Record.ContentCount, Record.SourceCount);

    /// <summary>The reporting words ("said", "according to"); null where there are none.</summary>
    public TextSpan? Cue => Record.Cue;

    /// <summary>The content's characters, pieces joined by a space; allocates.</summary>
    public string Text => Join(Contents);

    /// <summary>The source's characters, pieces joined by a space; null where the text has none; allocates.</summary>
    public string? SourceText => Record.SourceCount == 0 ? null : Join(Source);

    /// <summary>The cue's characters; null where there is none; allocates.</summary>
    public string? CueText => Cue?.Of(Document.Text).ToString();

    /// <summary>
    /// Who speaks: the first of <see cref="Speakers"/>, or null where the text does not tell or coreference was not computed.
    /// </summary>
    public Entity? Speaker => Speakers is { Count: > 0 } speakers ? speakers[0] : null;

    /// <summary>Everyone who speaks, in the order of the source; two for "both North Korea and Russia".</summary>
    public AnnotationList<Entity> Speakers
    {
        get
        {
            if (Document.CoreferenceLayerOrNull is not { } layer)
            {
                return default;
            }

            var first = layer.FirstSpeakers[Index];
            return new AnnotationList<Entity>(Document, first, layer.FirstSpeakers[Index + 1] - first, layer.Speakers);
        }
    }

    private ref readonly QuoteRecord Record => ref Document.QuoteLayer.Quotes[Index];

    /// <summary>The content's characters, pieces joined by a space.</summary>
    public override string ToString() => Text;

    static Quote IDocumentView<Quote>.At(Document document, int index) => new(document, index);

    private string Join(TextSpanList spans)
    {
        if (spans.Count == 1)
        {
            return spans[0].Of(Document.Text).ToString();
        }

        var text = new System.Text.StringBuilder();
        foreach (var span in spans)
        {
            text.Append(text.Length == 0 ? "" : " ").Append(span.Of(Document.Text));
        }

        return text.ToString();
    }
}
