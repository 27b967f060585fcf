namespace NewsNlp.Quotations.Contents;

/// <summary>A stretch of words and what it is in an attribution.</summary>
internal readonly record struct Piece(TokenRange Range, PieceRole Role);

/// <summary>What a stretch of words is in an attribution.</summary>
internal enum PieceRole : byte
{
    FirstContent,
    LaterContent,
    Source,
}
