namespace NewsNlp.Entities.Values.Reading;

/// <summary>The pieces of a sentence, and the run of them that a mention is.</summary>
/// <param name="text">The document's text.</param>
/// <param name="pieces">The sentence's pieces.</param>
/// <param name="first">The mention's first piece.</param>
/// <param name="end">The piece behind its last.</param>
internal readonly ref struct ValueText(ReadOnlySpan<char> text, ValuePieceBuffer pieces, int first, int end)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>The same sentence with another run of pieces.</summary>
    public ValueText(in ValueText text, int first, int end)
        : this(text._text, text.Pieces, first, end)
    {
    }

    /// <summary>The mention's first piece.</summary>
    public int First { get; } = first;

    /// <summary>The piece behind the mention's last.</summary>
    public int End { get; } = end;

    /// <summary>The sentence's pieces.</summary>
    public ValuePieceBuffer Pieces { get; } = pieces;

    /// <summary>A piece of the sentence; outside it, a mark that no rule knows.</summary>
    public ValuePiece this[int piece] => Pieces[piece];

    /// <summary>Whether a piece belongs to the mention.</summary>
    public bool Has(int piece) => piece >= First && piece < End;

    /// <summary>A piece's characters; none outside the sentence.</summary>
    public ReadOnlySpan<char> Form(int piece) => _text.Slice(Pieces[piece].Start, Pieces[piece].Length);

    /// <summary>Whether a piece is a word, whatever its case.</summary>
    public bool Is(int piece, ReadOnlySpan<char> word) => Form(piece).Equals(word, StringComparison.OrdinalIgnoreCase);
}
