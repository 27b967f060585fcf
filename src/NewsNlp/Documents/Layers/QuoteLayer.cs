namespace NewsNlp.Documents.Layers;

/// <summary>Quotes; their contents and sources are slices of one array of spans.</summary>
internal sealed record QuoteLayer(QuoteRecord[] Quotes, TextSpan[] Spans);

/// <summary>One quote. Its contents are <c>Spans[FirstSpan..]</c>, its source pieces follow them.</summary>
internal readonly record struct QuoteRecord(
    QuoteKind Kind,
    QuoteAct Act,
    QuoteModality Modality,
    float Confidence,
    int FirstSpan,
    int ContentCount,
    int SourceCount,
    TextSpan? Cue);
