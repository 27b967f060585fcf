namespace NewsNlp.Entities.Recognition;

/// <summary>A run of tokens that may be a mention.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token behind its last one.</param>
/// <param name="Kind">What it would be, by its place in <see cref="LabelScheme.Labels"/>.</param>
/// <param name="Sentence">The sentence that it is in.</param>
/// <param name="Probability">How probable the chain, which sees the sentence, takes it to be.</param>
internal readonly record struct MentionCandidate(int First, int End, int Kind, int Sentence, float Probability)
{
    /// <summary>How many tokens it has.</summary>
    public int Length => End - First;

    /// <summary>Whether it shares a token with another.</summary>
    public bool Overlaps(in MentionCandidate other) => First < other.End && other.First < End;
}
