namespace NewsNlp.Quotations.Cues;

/// <summary>Words that may be a cue: the tokens from <paramref name="First"/> up to <paramref name="End"/>.</summary>
/// <param name="First">The first token.</param>
/// <param name="End">The token behind the last.</param>
/// <param name="Probability">How likely the cue model holds exactly these words to be a cue.</param>
internal readonly record struct Cue(int First, int End, float Probability) : IComparable<Cue>
{
    public int CompareTo(Cue other) => First != other.First ? First.CompareTo(other.First) : End.CompareTo(other.End);

    public bool Overlaps(Cue other) => First < other.End && other.First < End;
}
