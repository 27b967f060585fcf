namespace NewsNlp.Entities.Values.Reading;

/// <summary>
/// Widens an amount to all that belongs to it: the recognizer may name "$5 million" and "$6 million" where the text says between which of
/// them the amount lies, and leave the "crore" of "₹20,000 crore".
/// </summary>
/// <remarks>"to" joins two amounts where a word before says so, and not in "rose 35 cents to $84".</remarks>
internal sealed class AmountExtent(NumberReader numbers)
{
    private const int Longest = 8;

    /// <summary>The pieces of the amount that a mention has, or has an end of.</summary>
    public (int First, int End) Of(in ValueText text, char mark)
    {
        int end = text.End;
        while (text[end].Kind == ValueWordKind.Magnitude) end++;
        var whole = new ValueText(text, 0, text.Pieces.Count);
        for (int first = Math.Max(0, text.First - Longest); first < text.End; first++)
        {
            if (numbers.ReadRange(whole, first, mark) is not { Second: { } second } range || second.Next <= text.First) continue;

            // A number inside another one, or one that this mention is not an end of.
            if (first > 0 && text[first].Glued && text[first - 1].Type != ValuePieceType.Mark || first >= text.First && range.First.Next > text.End) continue;
            if (Joins(text, first, range.First.Next, mark)) return (Math.Min(first, text.First), Math.Max(end, second.Next + (text[second.Next].Is(mark) ? 1 : 0)));
        }

        return (text.First, end);
    }

    private static bool Joins(in ValueText text, int first, int link, char mark)
    {
        if (mark != '\0' && text[link].Is(mark)) link++;
        if (text[link].Kind == ValueWordKind.And) return true;
        if (text[link].IsDash) return text[link].Glued && text[link + 1].Glued;
        int before = first - 1;
        while (before > 0 && (text[before].Type == ValuePieceType.Mark || text[before + 1].Glued)) before--;
        if (text.Is(before, "from")) return IsSpread(text, before - 1);
        return text.Is(before, "at") || text.Is(before, "worth") || text.Is(before, "for") || text.Is(before, "cost") || text.Is(before, "costs") || text.Is(before, "pay");
    }

    /// <summary>"Fines range from $500 to $2,000", where prices rise from one amount to another.</summary>
    private static bool IsSpread(in ValueText text, int at) =>
        text.Is(at, "range") || text.Is(at, "ranges") || text.Is(at, "ranged") || text.Is(at, "ranging") || text.Is(at, "vary") || text.Is(at, "varies")
        || text.Is(at, "cost") || text.Is(at, "costs") || text.Is(at, "anything") || text.Is(at, "anywhere");
}
