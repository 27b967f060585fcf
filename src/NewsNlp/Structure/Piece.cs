namespace NewsNlp.Structure;

/// <summary>What a piece of a line is, before its neighbours are looked at.</summary>
internal enum PieceKind : byte
{
    /// <summary>Running text, a heading, a list item: decided later.</summary>
    Text,

    /// <summary>Of the page, not of the article.</summary>
    Furniture,

    /// <summary>Furniture that opens a list of links or topics.</summary>
    ListHeader,

    /// <summary>Furniture behind which a caption comes: <c>Image caption,</c>.</summary>
    CaptionLabel,

    /// <summary>Behind which a credit comes: <c>Image source,</c> alone on its line.</summary>
    CreditLabel,

    /// <summary>Whose picture it is.</summary>
    Credit,

    /// <summary>The text under a picture.</summary>
    Caption,

    /// <summary>Who wrote it.</summary>
    Byline,

    /// <summary>Where and when, alone on its line.</summary>
    Dateline,

    /// <summary>A date with a time of day: a dateline at the top of a page, furniture below.</summary>
    Timestamp,
}

/// <summary>How a piece is set off from the one before it.</summary>
internal enum PieceBreak : byte
{
    /// <summary>Not at all: the two stood on one line and were cut apart.</summary>
    None,

    /// <summary>By the end of a line.</summary>
    Line,

    /// <summary>By a blank line, or by being the first.</summary>
    Blank,
}

/// <summary>A line of the text or a part of one, without the white space at its ends.</summary>
internal record struct Piece(int Start, int End, PieceKind Kind, PieceBreak Before, bool Indented = false)
{
    public readonly int Length => End - Start;

    public readonly ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text[Start..End];
}
