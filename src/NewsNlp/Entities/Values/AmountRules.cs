namespace NewsNlp.Entities.Values;

/// <summary>What follows a number and tells what it counts.</summary>
internal enum AmountKind : byte
{
    /// <summary>Nothing that the rules know.</summary>
    Plain,

    Percent,

    Quantity,

    Money,
}

/// <summary>Reads percent signs, units and currencies around numbers.</summary>
internal static class AmountRules
{
    /// <summary>Whether the piece before a number makes it an amount of money.</summary>
    public static bool IsCurrencyBefore(ReadOnlySpan<char> text, ValuePiece before) =>
        before.Type == ValuePieceType.Mark
            ? char.GetUnicodeCategory(before.First) == System.Globalization.UnicodeCategory.CurrencySymbol
            : before.Kind == ValueWordKind.CurrencyCode && char.IsUpper(text[before.Start]);

    /// <summary>
    /// Reads what follows a number, from piece <paramref name="at"/> to before <paramref name="next"/>. Short units count
    /// only behind <paramref name="digits"/>.
    /// </summary>
    public static AmountKind ReadUnit(ReadOnlySpan<char> text, ValuePieceBuffer pieces, int at, bool digits, out int next)
    {
        next = at;
        int unit = at;
        bool hyphen = pieces[unit].IsDash && pieces[unit].Glued && pieces[unit + 1].Glued;
        if (hyphen) unit++;
        var piece = pieces[unit];
        if (!hyphen && piece.Is('%') || piece.Kind == ValueWordKind.Percent)
        {
            next = unit + 1;
            return AmountKind.Percent;
        }

        if (piece.Kind == ValueWordKind.Per && pieces[unit + 1].Kind == ValueWordKind.Cent
            || piece.Kind == ValueWordKind.Percentage && pieces[unit + 1].Kind == ValueWordKind.Point)
        {
            next = unit + 2;
            return AmountKind.Percent;
        }

        if (piece.Kind == ValueWordKind.Currency && !(hyphen && piece.First is 'p' or 'P')
            || piece.Kind == ValueWordKind.CurrencyCode && char.IsUpper(text[piece.Start]))
        {
            next = unit + 1;
            return AmountKind.Money;
        }

        // "1.3 trillion won"; "2 million won the lottery".
        if (!hyphen && pieces[at - 1].Kind == ValueWordKind.Magnitude && IsWon(text, pieces, unit))
        {
            next = unit + 1;
            return AmountKind.Money;
        }

        // "90p"; "1080p" is no price.
        if (!hyphen && digits && piece is { Length: 1, First: 'p', Glued: true } && pieces[at - 1].Length <= 2)
        {
            next = unit + 1;
            return AmountKind.Money;
        }

        if (piece.Is('°')) piece = pieces[++unit];
        int words = UnitLength(text, pieces, unit, digits && (piece.Glued || unit > at));
        if (words == 0) return AmountKind.Plain;
        next = SkipMinor(text, pieces, unit + words);
        next = SkipOld(pieces, next);
        return AmountKind.Quantity;
    }

    private static int UnitLength(ReadOnlySpan<char> text, ValuePieceBuffer pieces, int at, bool glued)
    {
        var kind = pieces[at].Kind;
        if (kind is ValueWordKind.Unit or ValueWordKind.MinorUnit) return IsDegree(text, pieces[at]) && IsScale(text, pieces[at + 1]) ? 2 : 1;
        if (kind == ValueWordKind.ShortUnit) return glued && !IsDecade(text, pieces, at) ? 1 : 0;
        if (kind == ValueWordKind.UnitModifier)
        {
            int unit = pieces[at + 1].IsDash || pieces[at + 1].Is('.') ? at + 2 : at + 1;
            if (pieces[unit].Kind == ValueWordKind.Unit || pieces[unit].Kind == ValueWordKind.MinorUnit) return unit - at + 1;
        }

        // "200-pound": a weight, where a sum would stand without the hyphen.
        return kind == ValueWordKind.Currency && pieces[at - 1].IsDash && text.Slice(pieces[at].Start, pieces[at].Length) is "pound" ? 1 : 0;
    }

    /// <summary>"in her 40s", "a song of the 90s": years, not seconds.</summary>
    private static bool IsDecade(ReadOnlySpan<char> text, ValuePieceBuffer pieces, int at) =>
        pieces[at].First == 's' && pieces[at - 1].Length is 2 or 4 && text[pieces[at - 1].End - 1] == '0';

    private static bool IsWon(ReadOnlySpan<char> text, ValuePieceBuffer pieces, int at)
    {
        var behind = pieces[at + 1];
        return text.Slice(pieces[at].Start, pieces[at].Length) is "won"
            && (behind.Type == ValuePieceType.Mark || text.Slice(behind.Start, behind.Length) is "to" or "for" or "of" or "from" or "worth" or "and");
    }

    private static bool IsDegree(ReadOnlySpan<char> text, ValuePiece piece) => text.Slice(piece.Start, piece.Length) is "degrees" or "degree";

    private static bool IsScale(ReadOnlySpan<char> text, ValuePiece piece) =>
        piece.Kind == ValueWordKind.Unit && text.Slice(piece.Start, piece.Length) is "Celsius" or "Fahrenheit" or "celsius" or "fahrenheit";

    /// <summary>Skips a smaller unit with its number: "two hours and 30 minutes", "6ft 2in".</summary>
    private static int SkipMinor(ReadOnlySpan<char> text, ValuePieceBuffer pieces, int at)
    {
        int number = pieces[at].Kind == ValueWordKind.And ? at + 1 : at;
        var form = NumberRules.Read(pieces, number, out int unit);
        if (form is not (NumberForm.Digits or NumberForm.Words)) return at;
        if (pieces[unit].IsDash) unit++;
        var piece = pieces[unit];
        bool minor = piece.Kind == ValueWordKind.MinorUnit
            || piece.Kind == ValueWordKind.ShortUnit && piece.Glued && text.Slice(piece.Start, piece.Length) is "in" or "s";
        return minor ? unit + 1 : at;
    }

    /// <summary>Skips "old" in "37 years old" and "37-year-old".</summary>
    private static int SkipOld(ValuePieceBuffer pieces, int at)
    {
        int old = pieces[at].IsDash && pieces[at].Glued ? at + 1 : at;
        return pieces[old].Kind == ValueWordKind.Old ? old + 1 : at;
    }
}
