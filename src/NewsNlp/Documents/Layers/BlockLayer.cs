namespace NewsNlp.Documents.Layers;

/// <summary>Blocks as parallel arrays, and what byline and dateline say.</summary>
internal sealed record BlockLayer(TextSpan[] Spans, BlockKind[] Kinds, Byline? Byline, Dateline? Dateline);
