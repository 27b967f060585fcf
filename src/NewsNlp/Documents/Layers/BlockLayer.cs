namespace NewsNlp.Documents.Layers;

/// <summary>Blocks as parallel arrays.</summary>
internal sealed record BlockLayer(TextSpan[] Spans, BlockKind[] Kinds);
