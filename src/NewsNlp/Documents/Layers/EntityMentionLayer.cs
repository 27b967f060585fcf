namespace NewsNlp.Documents.Layers;

/// <summary>Entity mentions as runs of tokens with a label and a score.</summary>
internal sealed record EntityMentionLayer(int[] FirstTokens, int[] TokenCounts, EntityLabel[] Labels, float[] Scores)
{
    /// <summary>What the mentions are worth; null where none has a value.</summary>
    public MentionValues? Values { get; init; }
}
