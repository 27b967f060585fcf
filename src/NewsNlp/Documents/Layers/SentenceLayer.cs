namespace NewsNlp.Documents.Layers;

/// <summary>Sentences as runs of tokens.</summary>
internal sealed record SentenceLayer(int[] FirstTokens, int[] TokenCounts);
