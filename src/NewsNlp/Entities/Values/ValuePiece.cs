namespace NewsNlp.Entities.Values;

/// <summary>The make of a piece.</summary>
internal enum ValuePieceType : byte
{
    /// <summary>Digits, with single marks <c>. , :</c> between them.</summary>
    Digits,

    /// <summary>Letters.</summary>
    Letters,

    /// <summary>One other character.</summary>
    Mark,
}

/// <summary>
/// A run of digits or of letters, or one other character. The rules read pieces and not tokens, so that it does not matter
/// whether a tokenizer leaves <c>5:30pm</c> or <c>20km</c> whole; only what they find must start and end with a token.
/// </summary>
internal readonly record struct ValuePiece(
    int Start,
    int Length,
    int Token,
    ValuePieceType Type,
    ValueWordKind Kind,
    char First,
    bool StartsToken,
    bool EndsToken,
    bool Glued)
{
    /// <summary>The offset behind the piece.</summary>
    public int End => Start + Length;

    /// <summary>Whether the piece is this one character.</summary>
    public bool Is(char mark) => Type == ValuePieceType.Mark && First == mark;

    /// <summary>Whether the piece is a hyphen or a dash.</summary>
    public bool IsDash => Type == ValuePieceType.Mark && First is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013';
}
