namespace NewsNlp.Entities.Values;

/// <summary>The form of a number in the text.</summary>
internal enum NumberForm : byte
{
    None,

    /// <summary>Digits alone: <c>1,200</c>.</summary>
    Digits,

    /// <summary>Digits and a magnitude: <c>1.5 million</c>, <c>20m</c>.</summary>
    Scaled,

    /// <summary>Words: <c>twenty-five</c>, <c>two dozen</c>, <c>half a million</c>.</summary>
    Words,

    /// <summary>Words without an exact value: <c>hundreds</c>, <c>tens of thousands</c>.</summary>
    Vague,

    /// <summary>A part: <c>two-thirds</c>, <c>a quarter of</c>.</summary>
    Fraction,
}

/// <summary>Reads numbers from pieces.</summary>
internal static class NumberRules
{
    /// <summary>Reads the number from piece <paramref name="at"/> to before <paramref name="next"/>.</summary>
    /// <returns>Its form; <see cref="NumberForm.None"/> where there is no number.</returns>
    public static NumberForm Read(ValuePieceBuffer pieces, int at, out int next)
    {
        next = at;
        var piece = pieces[at];
        if (piece.Type == ValuePieceType.Digits) return ReadDigits(pieces, at, out next);
        if (piece.Kind == ValueWordKind.Plural) return ReadPlural(pieces, at, out next);
        if (piece.Kind is ValueWordKind.Article or ValueWordKind.Half) return ReadHalfOrArticle(pieces, at, out next);
        if (piece.Kind is not (ValueWordKind.Ones or ValueWordKind.Teens or ValueWordKind.Tens)) return NumberForm.None;

        next = ReadWords(pieces, at);
        int fraction = pieces[next].IsDash && pieces[next].Glued ? next + 1 : next;
        if (IsFraction(pieces, at, fraction))
        {
            next = fraction + 1;
            return NumberForm.Fraction;
        }

        return NumberForm.Words;
    }

    /// <summary>Whether the digits of <paramref name="piece"/> read as a year: four of them, 1700 to 2099.</summary>
    public static bool LooksLikeYear(ReadOnlySpan<char> text, ValuePiece piece)
    {
        if (piece.Type != ValuePieceType.Digits || piece.Length != 4) return false;
        var digits = text.Slice(piece.Start, 4);
        return (digits[0] == '1' && digits[1] is >= '7' and <= '9' || digits[0] == '2' && digits[1] == '0')
            && char.IsAsciiDigit(digits[2]) && char.IsAsciiDigit(digits[3]);
    }

    private static NumberForm ReadDigits(ValuePieceBuffer pieces, int at, out int next)
    {
        next = at + 1;
        if (pieces[next].Glued && pieces[next].First is '½' or '¼' or '¾') next++;
        var behind = pieces[next];
        if (behind is { Kind: ValueWordKind.ShortMagnitude, Glued: true }
            || behind.Kind is ValueWordKind.Magnitude or ValueWordKind.Dozen or ValueWordKind.Hundred)
        {
            next++;
            return NumberForm.Scaled;
        }

        // "2.5-million", as some papers write before a noun.
        if (behind.IsDash && behind.Glued && pieces[next + 1].Kind == ValueWordKind.Magnitude)
        {
            next += 2;
            return NumberForm.Scaled;
        }

        return NumberForm.Digits;
    }

    private static NumberForm ReadPlural(ValuePieceBuffer pieces, int at, out int next)
    {
        next = at + 1;
        while (pieces[next].Kind == ValueWordKind.Of && pieces[next + 1].Kind is ValueWordKind.Plural) next += 2;
        return NumberForm.Vague;
    }

    private static NumberForm ReadHalfOrArticle(ValuePieceBuffer pieces, int at, out int next)
    {
        next = at;
        int word = at + 1;
        if (pieces[at].Kind == ValueWordKind.Half)
        {
            if (pieces[word].Kind == ValueWordKind.Article) word++;
            else if (pieces[word].IsDash && pieces[word].Glued) word++;
        }

        if (pieces[word].Kind is ValueWordKind.Hundred or ValueWordKind.Magnitude or ValueWordKind.Dozen)
        {
            next = ReadWords(pieces, word);
            return NumberForm.Words;
        }

        bool part = pieces[word].Kind is ValueWordKind.Quarter or ValueWordKind.Ordinal;
        if (pieces[at].Kind == ValueWordKind.Article && part && pieces[word + 1].Kind == ValueWordKind.Of)
        {
            next = word + 1;
            return NumberForm.Fraction;
        }

        if (pieces[at].Kind == ValueWordKind.Half && pieces[at + 1].Kind == ValueWordKind.Of)
        {
            next = at + 1;
            return NumberForm.Fraction;
        }

        return NumberForm.None;
    }

    /// <summary>Reads number words from <paramref name="at"/>, which is one; gives the index behind them.</summary>
    private static int ReadWords(ValuePieceBuffer pieces, int at)
    {
        var last = pieces[at].Kind;
        int next = at + 1;
        while (true)
        {
            int word = next;
            if (pieces[word].IsDash && pieces[word].Glued && pieces[word + 1].Glued) word++;
            else if (pieces[word].Kind == ValueWordKind.And && last is ValueWordKind.Hundred or ValueWordKind.Magnitude) word++;
            var kind = pieces[word].Kind;
            if (!MayFollow(last, kind)) break;
            last = kind;
            next = word + 1;
        }

        // "two and a half"
        if (pieces[next].Kind == ValueWordKind.And && pieces[next + 1].Kind == ValueWordKind.Article
            && pieces[next + 2].Kind is ValueWordKind.Half or ValueWordKind.Quarter)
        {
            next += 3;
            if (pieces[next].Kind == ValueWordKind.Magnitude) next++;
        }

        return next;
    }

    private static bool MayFollow(ValueWordKind last, ValueWordKind kind) => kind switch
    {
        ValueWordKind.Ones => last is ValueWordKind.Tens or ValueWordKind.Hundred or ValueWordKind.Magnitude,
        ValueWordKind.Teens or ValueWordKind.Tens => last is ValueWordKind.Hundred or ValueWordKind.Magnitude,
        ValueWordKind.Hundred => last is ValueWordKind.Ones or ValueWordKind.Teens or ValueWordKind.Tens,
        ValueWordKind.Magnitude => true,
        ValueWordKind.Dozen => last is ValueWordKind.Ones or ValueWordKind.Teens,
        _ => false,
    };

    private static bool IsFraction(ValuePieceBuffer pieces, int number, int at)
    {
        var kind = pieces[at].Kind;
        if (kind == ValueWordKind.Fraction) return true;
        bool one = at - number <= 2 && pieces[number].Length == 3 && pieces[number].First is 'o' or 'O';
        return one && (kind == ValueWordKind.Quarter || kind == ValueWordKind.Ordinal);
    }
}
