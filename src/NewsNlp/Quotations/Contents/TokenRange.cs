namespace NewsNlp.Quotations.Contents;

/// <summary>The tokens from <paramref name="First"/> up to <paramref name="End"/>.</summary>
internal readonly record struct TokenRange(int First, int End)
{
    public int Length => End - First;

    public bool Contains(TokenRange other) => First <= other.First && other.End <= End;

    public bool Overlaps(TokenRange other) => First < other.End && other.First < End;
}
