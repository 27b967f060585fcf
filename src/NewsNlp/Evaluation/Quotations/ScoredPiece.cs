namespace NewsNlp.Evaluation.Quotations;

/// <summary>A contiguous piece of an attribution, in characters of a <see cref="QuoteText"/>.</summary>
internal readonly record struct ScoredPiece(int Start, int End) : IComparable<ScoredPiece>
{
    public int CompareTo(ScoredPiece other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);
}
