using NewsNlp.Documents;

namespace NewsNlp.Tokenization;

/// <content>Numbers: groups, decimals, times, fractions, dates, telephone numbers, and the units behind them.</content>
internal ref partial struct TokenScanner
{
    private const int MaxUnitLength = 8;
    private const int MaxGroupLength = 5;
    private const int MaxPairs = 4;

    private int ScanNumber(int start)
    {
        if (TryScanKeycap(start, out var keycap))
        {
            return keycap;
        }

        if (TryScanEmail(start, out var email))
        {
            return email;
        }

        var end = EndOfNumeral(start);
        if (end >= _text.Length || IsGapAt(end))
        {
            return Emit(start, end, TokenKind.Number);
        }

        return IsLetterAt(end) && IsUnitAt(start, end) ? Emit(start, end, TokenKind.Number) : ScanWord(start, end);
    }

    /// <summary>The end of the digits from <paramref name="index"/> and of what joins them to a number.</summary>
    private readonly int EndOfNumeral(int index)
    {
        var segment = index;
        index = EndOfDigits(index);
        while (IsDigitAt(index + 1))
        {
            switch (_text[index])
            {
                case '.' or ':':
                    break;
                case '/':
                    segment = index + 1;
                    break;
                case ',' when IsGroupAt(index + 1):
                    break;
                case '-' when EndOfHyphenatedNumber(segment, index) is > 0 and var end:
                    return end;
                default:
                    return index;
            }

            index = EndOfDigits(index + 1);
        }

        return index;
    }

    private readonly int EndOfDigits(int index)
    {
        while (IsDigitAt(index))
        {
            index++;
        }

        return index;
    }

    /// <summary>Three digits behind a comma, or groups of two that end in one of three (1,00,00,000).</summary>
    private readonly bool IsGroupAt(int index)
    {
        for (var pairs = 0; pairs < MaxPairs && DigitsAt(index, MaxGroupLength) == 2 && Peek(index + 2) == ','; pairs++)
        {
            index += 3;
        }

        return DigitsAt(index, MaxGroupLength) == 3;
    }

    private readonly int DigitsAt(int index, int limit)
    {
        var length = 0;
        while (length < limit && IsDigitAt(index + length))
        {
            length++;
        }

        return length;
    }

    /// <summary>
    /// The end of a telephone number, postcode or date in digits and hyphens (other numbers with a hyphen are ranges or
    /// scores, and are split); 0 where there is none.
    /// </summary>
    private readonly int EndOfHyphenatedNumber(int start, int firstHyphen)
    {
        if (firstHyphen - start > MaxGroupLength)
        {
            return 0;
        }

        // The lengths of the groups as one decimal number: 555-0199 is 34.
        var shape = 0;
        var index = start;
        while (true)
        {
            var length = DigitsAt(index, MaxGroupLength);
            shape = (shape * 10) + length;
            index += length;
            if (IsWordAt(index) || shape > 9999)
            {
                return 0;
            }

            if (Peek(index) != '-' || !IsDigitAt(index + 1))
            {
                break;
            }

            index++;
        }

        return shape is 34 or 334 or 1334 or 54 or 422 or 222 or 224 or 124 or 122 or 112 or 212 ? index : 0;
    }

    /// <summary>Whether the letters at <paramref name="index"/> are a unit of the number before them: 5|km, $3|M.</summary>
    private readonly bool IsUnitAt(int start, int index)
    {
        var end = EndOfLetters(index, MaxUnitLength);
        if (IsWordAt(end))
        {
            return false;
        }

        var unit = _text[index..end];
        return _rules.Words.Units.Contains(unit)
            || (start > 0 && CharacterClasses.Of(_text[start - 1]) == CharacterClass.Symbol && _rules.Words.CurrencyUnits.Contains(unit));
    }

    /// <summary>Digits and what may stand between them, no letters.</summary>
    private static bool IsNumeral(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (CharacterClasses.Of(c) != CharacterClass.Digit && c is not ('.' or ',' or ':' or '/' or '-'))
            {
                return false;
            }
        }

        return true;
    }
}
