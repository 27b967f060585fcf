namespace NewsNlp.Entities.Values.Reading;

/// <summary>A number as it was read: its value, and what is needed to join it with another one to a range.</summary>
/// <param name="Value">The value.</param>
/// <param name="Scale">The magnitude that multiplied it: 1,000,000 in "1.5 million"; else 1.</param>
/// <param name="Next">The piece behind it.</param>
internal readonly record struct ReadNumber(decimal Value, decimal Scale, int Next);

/// <summary>Works out numbers in digits and words: <c>1.5bn</c>, <c>1,20,000</c>, <c>twenty-five</c>, <c>two and a half million</c>, <c>two-thirds</c>.</summary>
/// <remarks>
/// Hundreds and the like that name no number ("dozens", "tens of thousands") have no value. Numbers beyond 10^21 are not read.
/// </remarks>
internal sealed class NumberReader(NumberWords words)
{
    private const decimal Largest = 1e21m;
    private const int MostDigits = 20;

    // Dividing by it drops the zeros at the end: 1.5 million is 1500000, not 1500000.0.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>Reads the number that starts at a piece; null where there is none.</summary>
    public ReadNumber? Read(in ValueText text, int at) =>
        Start(text, at) is { } number ? number with { Value = number.Value / One } : null;

    private ReadNumber? Start(in ValueText text, int at)
    {
        var piece = text[at];
        if (piece.Type == ValuePieceType.Digits) return ReadDigits(text, at);
        return piece.Kind switch
        {
            ValueWordKind.Ones or ValueWordKind.Teens or ValueWordKind.Tens => ReadWords(text, at),
            ValueWordKind.Article or ValueWordKind.Half => ReadPart(text, at),
            ValueWordKind.Hundred or ValueWordKind.Magnitude or ValueWordKind.Dozen => ReadWords(text, at),
            _ => null,
        };
    }

    /// <summary>Reads two numbers with "to", "and" or a dash between them, or one.</summary>
    /// <param name="text">The sentence and the mention.</param>
    /// <param name="at">The first number's first piece.</param>
    /// <param name="mark">A mark that may stand behind the first number: "5% to 6%".</param>
    public (ReadNumber First, ReadNumber? Second)? ReadRange(in ValueText text, int at, char mark = '\0')
    {
        if (Read(text, at) is not { } first) return null;
        int link = first.Next;
        if (mark != '\0' && text[link].Is(mark)) link++;
        bool joins = text[link].Kind == ValueWordKind.To || text[link].IsDash
            || text[link].Kind == ValueWordKind.And && (text.Is(at - 1, "between") || text.Is(at - 2, "between")) || text.Is(link, "or");
        if (!joins || !text.Has(link) || Read(text, SkipSign(text, link + 1)) is not { } second) return (first, null);

        // "5-6 million" counts both in millions.
        if (first.Scale == 1 && second.Scale > 1 && first.Value < 1000 && first.Value <= second.Value / second.Scale)
            first = first with { Value = first.Value * second.Scale };
        return first.Value <= second.Value ? (first, second) : (first, null);
    }

    /// <summary>The first number of a mention, or range of two; null where it has none.</summary>
    public (ReadNumber First, ReadNumber? Second)? FirstRange(in ValueText text)
    {
        for (int at = text.First; at < text.End; at++)
        {
            if (ReadRange(text, at) is { } range) return range;
        }

        return null;
    }

    /// <summary>Whether a sign or a word before a number makes it negative: <c>-0.4</c>, <c>minus 20</c>; not the dash of a range or a word.</summary>
    public static bool IsNegative(in ValueText text, int at)
    {
        var before = text[at - 1];
        if (text.Is(at - 1, "minus") || text.Is(at - 1, "negative")) return true;
        return (before.Is('-') || before.Is('\u2212') || before.Is('\u2013')) && text[at].Glued && !before.Glued;
    }

    /// <summary>The value of a number word by itself; null for all else.</summary>
    public decimal? ValueOf(ReadOnlySpan<char> word) => words.ValueOf(word);

    /// <summary>Digits with their separators; null where they are none or too many.</summary>
    public static decimal? Digits(ReadOnlySpan<char> digits)
    {
        if (digits.Length > MostDigits) return null;
        int point = DecimalPoint(digits);
        decimal value = 0, place = 1;
        for (int i = 0; i < digits.Length; i++)
        {
            if (i == point) continue;
            if (digits[i] == ',') continue;
            if (!char.IsAsciiDigit(digits[i])) return null;
            if (point >= 0 && i > point) value += (digits[i] - '0') * (place /= 10);
            else value = value * 10 + (digits[i] - '0');
        }

        return value;
    }

    /// <summary>A full stop is the decimal point if it is the only one; a comma if it is the only one and three digits do not follow.</summary>
    private static int DecimalPoint(ReadOnlySpan<char> digits)
    {
        int point = digits.IndexOf('.');
        if (point >= 0) return digits.LastIndexOf('.') == point ? point : -1;
        int comma = digits.IndexOf(',');
        return comma >= 0 && digits.LastIndexOf(',') == comma && digits.Length - comma - 1 != 3 ? comma : -1;
    }

    private static int SkipSign(in ValueText text, int at)
    {
        while (text.Has(at) && text[at].Type == ValuePieceType.Mark && !text[at].IsDash) at++;
        return at;
    }

    private ReadNumber? ReadDigits(in ValueText text, int at)
    {
        if (Digits(text.Form(at)) is not { } value) return null;
        int next = at + 1;
        if (text[next].Glued && Vulgar(text[next].First) is { } part)
        {
            value += part;
            next++;
        }

        bool hyphen = text[next].IsDash && text[next].Glued && text[next + 1].Kind == ValueWordKind.Magnitude;
        return Scale(text, value, hyphen ? next + 1 : next, next);
    }

    private static decimal? Vulgar(char sign) => sign switch
    {
        '½' => 0.5m,
        '¼' => 0.25m,
        '¾' => 0.75m,
        _ => null,
    };

    /// <summary>Multiplies by the magnitudes that follow: "million", "bn", "lakh crore".</summary>
    private ReadNumber? Scale(in ValueText text, decimal value, int at, int otherwise)
    {
        decimal scale = 1;
        int next = otherwise;
        while (text.Has(at) && IsScale(text, at) && words.ValueOf(text.Form(at)) is { } factor && Math.Max(value, 1) * scale <= Largest / factor)
        {
            scale *= factor;
            next = ++at;
        }

        return new ReadNumber(value * scale, scale, next);
    }

    private static bool IsScale(in ValueText text, int at) => text[at].Kind switch
    {
        ValueWordKind.Magnitude or ValueWordKind.Dozen or ValueWordKind.Hundred => true,
        ValueWordKind.ShortMagnitude => text[at].Glued || text.Form(at).Length > 1,
        _ => false,
    };

    private ReadNumber? ReadPart(in ValueText text, int at)
    {
        bool half = text[at].Kind == ValueWordKind.Half;
        int word = at + 1;
        if (half && text[word].Kind == ValueWordKind.Article || half && text[word].IsDash) word++;
        decimal value = half ? 0.5m : 1;
        if (text.Has(word) && text[word].Kind is ValueWordKind.Hundred or ValueWordKind.Magnitude or ValueWordKind.Dozen)
        {
            if (!half) return ReadWords(text, word);
            return Scale(text, value, word, word);
        }

        if (!half && text.Has(word) && text[word].Kind is ValueWordKind.Quarter or ValueWordKind.Ordinal)
            return new ReadNumber(1 / words.ValueOf(text.Form(word)).GetValueOrDefault(1), 1, word + 1);
        if (!half && text.Has(word) && text[word].Kind == ValueWordKind.Half) return new ReadNumber(0.5m, 1, word + 1);
        return half ? new ReadNumber(value, 1, at + 1) : null;
    }

    /// <summary>
    /// Adds up number words: units into a group, hundreds multiply the group, magnitudes close it. A magnitude by itself counts once.
    /// </summary>
    private ReadNumber? ReadWords(in ValueText text, int at)
    {
        decimal total = 0, group = 0, scale = 1;
        bool any = false;
        int next = at;
        for (int word = at; text.Has(word); word++)
        {
            if (any && text[word].IsDash && text[word].Glued && text.Has(word + 1)) word++;
            else if (any && text[word].Kind == ValueWordKind.And && text.Has(word + 1))
            {
                if (HalfBehind(text, word + 1) is { } half)
                {
                    group += half;
                    word += 2;
                    next = word + 1;
                    continue;
                }

                if (scale == 1 && group < 100) break;
                word++;
            }

            if (words.ValueOf(text.Form(word)) is not { } value) break;
            var kind = text[word].Kind;
            if (kind is ValueWordKind.Ones or ValueWordKind.Teens or ValueWordKind.Tens)
            {
                if (group % 100 != 0 && (kind != ValueWordKind.Ones || group % 10 != 0)) break;
                group += value;
                scale = 1;
            }
            else if (kind is ValueWordKind.Hundred or ValueWordKind.Dozen && group <= Largest / value)
            {
                group = (group == 0 ? 1 : group) * value;
                scale = value;
            }
            else if (kind == ValueWordKind.Magnitude && group + total <= Largest / value)
            {
                total += (group == 0 ? 1 : group) * value;
                group = 0;
                scale = value;
            }
            else if (any && Fraction(text, word, total + group) is { } fraction)
            {
                return new ReadNumber(fraction, 1, word + 1);
            }
            else
            {
                break;
            }

            any = true;
            next = word + 1;
        }

        return any ? new ReadNumber(total + group, scale, next) : null;
    }

    /// <summary>"a half", "a quarter", behind "and".</summary>
    private static decimal? HalfBehind(in ValueText text, int at) => text[at].Kind != ValueWordKind.Article || !text.Has(at + 1) ? null
        : text[at + 1].Kind switch
        {
            ValueWordKind.Half => 0.5m,
            ValueWordKind.Quarter => 0.25m,
            _ => null,
        };

    private decimal? Fraction(in ValueText text, int at, decimal count) =>
        text[at].Kind is ValueWordKind.Fraction or ValueWordKind.Quarter || count == 1 && text[at].Kind == ValueWordKind.Ordinal
            ? count / words.ValueOf(text.Form(at))
            : null;
}
