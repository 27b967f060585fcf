namespace NewsNlp.Entities.Values;

/// <summary>Reads times of day from pieces: <c>5:30pm</c>, <c>10 a.m. ET</c>, <c>17:00 GMT</c>, <c>noon</c>, <c>half past six</c>.</summary>
internal static class TimeRules
{
    /// <summary>Reads the time of day from piece <paramref name="at"/> to before <paramref name="next"/>.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, ValuePieceBuffer pieces, int at, out int next)
    {
        var piece = pieces[at];
        next = at + 1;
        if (piece.Kind == ValueWordKind.Noon)
        {
            next = SkipZone(text, pieces, next);
            return true;
        }

        if (piece.Kind is ValueWordKind.Half or ValueWordKind.Quarter
            && pieces[at + 1].Kind == ValueWordKind.Past && IsHourWord(pieces[at + 2].Kind))
        {
            next = at + 3;
            return true;
        }

        if (piece.Type == ValuePieceType.Digits) return TryReadDigits(text, pieces, at, out next);
        if (!IsHourWord(piece.Kind)) return false;
        if (SkipMeridiem(text, pieces, next, out int behind) || SkipClock(text, pieces, next, out behind))
        {
            next = SkipZone(text, pieces, behind);
            return true;
        }

        return false;
    }

    private static bool TryReadDigits(ReadOnlySpan<char> text, ValuePieceBuffer pieces, int at, out int next)
    {
        next = at + 1;
        var digits = text.Slice(pieces[at].Start, pieces[at].Length);
        bool clock = ReadClock(digits, out int hour, out char mark);
        if (clock && hour <= 12 && SkipMeridiem(text, pieces, next, out int behind))
        {
            next = SkipZone(text, pieces, behind);
            return true;
        }

        if (clock && mark == '\0' && hour is >= 1 and <= 12 && SkipClock(text, pieces, next, out behind))
        {
            next = SkipZone(text, pieces, behind);
            return true;
        }

        int zone = SkipZone(text, pieces, next);
        if (clock && mark == ':' || zone > next && (clock && mark == '.' || IsMilitary(digits)))
        {
            next = zone;
            return true;
        }

        return false;
    }

    /// <summary>Reads <c>H</c>, <c>H:MM</c> or <c>H.MM</c>; <paramref name="mark"/> is what stands between, or NUL.</summary>
    private static bool ReadClock(ReadOnlySpan<char> digits, out int hour, out char mark)
    {
        mark = '\0';
        hour = 0;
        int i = 0;
        for (; i < digits.Length && i < 2 && char.IsAsciiDigit(digits[i]); i++) hour = hour * 10 + digits[i] - '0';
        if (i == digits.Length) return hour <= 24;
        mark = digits[i];
        return mark is ':' or '.' && hour <= 23 && digits.Length == i + 3 && digits[i + 1] is >= '0' and <= '5' && char.IsAsciiDigit(digits[i + 2]);
    }

    private static bool IsMilitary(ReadOnlySpan<char> digits) =>
        digits.Length == 4 && digits.IndexOfAnyExceptInRange('0', '9') < 0
        && (digits[0] is '0' or '1' || digits[0] == '2' && digits[1] <= '3') && digits[2] <= '5';

    private static bool IsHourWord(ValueWordKind kind) => kind is ValueWordKind.Ones or ValueWordKind.Teens;

    /// <summary>Skips <c>am</c>, <c>pm</c>, <c>a.m.</c>, <c>p.m.</c></summary>
    private static bool SkipMeridiem(ReadOnlySpan<char> text, ValuePieceBuffer pieces, int at, out int next)
    {
        next = at + 1;
        var piece = pieces[at];
        if (piece.Kind == ValueWordKind.Meridiem)
        {
            // "5 am" may be "I am" only behind a number that is none; the verb never follows an hour directly in capitals.
            if (pieces[next].Is('.') && pieces[next].Glued && pieces[next].Token == piece.Token) next++;
            return true;
        }

        if (piece.Length != 1 || (piece.First | 0x20) is not ('a' or 'p') || !pieces[next].Is('.')) return false;
        if (pieces[at + 2] is not { Length: 1, First: 'm' or 'M' }) return false;
        next = at + 3;
        // The last full stop belongs to the abbreviation when the tokenizer left it there.
        if (pieces[next].Is('.') && pieces[next].Glued && !pieces[at + 2].EndsToken) next++;
        return true;
    }

    private static bool SkipClock(ReadOnlySpan<char> text, ValuePieceBuffer pieces, int at, out int next)
    {
        next = at + 3;
        return pieces[at] is { Length: 1, First: 'o' or 'O' } && (pieces[at + 1].Is('\'') || pieces[at + 1].Is('\u2019'))
            && pieces[at + 2].Kind == ValueWordKind.Clock;
    }

    private static int SkipZone(ReadOnlySpan<char> text, ValuePieceBuffer pieces, int at)
    {
        var piece = pieces[at];
        if (piece.Kind == ValueWordKind.Zone && IsUpper(text.Slice(piece.Start, piece.Length))) return at + 1;
        bool local = text.Slice(piece.Start, piece.Length) is "local" && text.Slice(pieces[at + 1].Start, pieces[at + 1].Length) is "time";
        return local ? at + 2 : at;
    }

    private static bool IsUpper(ReadOnlySpan<char> word) => word.IndexOfAnyExceptInRange('A', 'Z') < 0;
}
