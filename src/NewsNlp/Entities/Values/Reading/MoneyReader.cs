using NewsNlp.Documents.Values;

namespace NewsNlp.Entities.Values.Reading;

/// <summary>Reads sums of money: the number, its range, and the currency before or behind it.</summary>
internal sealed class MoneyReader(NumberReader numbers, Currencies currencies)
{
    // "U.S. dollars" is five pieces.
    private const int LongestSign = 8, LongestName = 5;

    /// <summary>Reads a mention; null where it has no number or no currency.</summary>
    public MoneyValue? Read(in ValueText text)
    {
        for (int at = text.First; at < text.End; at++)
        {
            if (numbers.ReadRange(text, at) is not { } range) continue;
            int next = range.Second?.Next ?? range.First.Next;
            var currency = Before(text, at) ?? Behind(text, next);
            if (currency is not { } known) continue;
            return new MoneyValue(range.First.Value / known.Divisor, known.Code, range.Second?.Value / known.Divisor);
        }

        return null;
    }

    /// <summary>A sign or a code right before the number, with the letters that belong to the sign.</summary>
    private Currency? Before(in ValueText text, int number)
    {
        int at = number - 1;
        if (text[at].Is('.')) at--;
        var sign = text[at];
        if (sign.Length == 0) return null;
        if (sign.Type == ValuePieceType.Letters)
            return currencies.CodeOf(text.Form(at)) is { } code ? new Currency(code, 1) : null;
        if (char.GetUnicodeCategory(sign.First) != System.Globalization.UnicodeCategory.CurrencySymbol) return null;

        // "US $5" and "U.S.$5" as well as "US$5".
        Span<char> whole = stackalloc char[LongestSign];
        int letters = at - 1, length = 0;
        if (text[letters].Is('.')) letters--;
        if (text[letters].Type == ValuePieceType.Letters && text[letters].Length < LongestSign && (sign.Glued || text.Is(letters, "us")))
        {
            if (text.Is(letters, "s") && text[letters - 1].Is('.') && text.Is(letters - 2, "u")) "US".CopyTo(whole);
            else text.Form(letters).CopyTo(whole);
            length = text.Is(letters, "s") && text[letters - 1].Is('.') ? 2 : text[letters].Length;
        }

        whole[length] = sign.First;
        var found = currencies.CodeOf(whole[..(length + 1)]) ?? currencies.CodeOf(whole.Slice(length, 1));
        return found is null ? null : new Currency(found, 1);
    }

    /// <summary>A name, a code or a sign right behind the number, with up to two words that say whose it is.</summary>
    private Currency? Behind(in ValueText text, int next)
    {
        for (int word = next; word < next + LongestName && word <= text.End; word++)
        {
            var piece = text[word];
            if (piece.Type == ValuePieceType.Letters)
            {
                var before = word > next ? text.Form(word - 1) : default;
                if (text[word - 1].Is('.') && word - 2 >= next) before = text.Is(word - 2, "s") ? "us" : text.Form(word - 2);
                if (currencies.Named(before, text.Form(word)) is { } named) return named;
                if (text.Has(word) && currencies.CodeOf(text.Form(word)) is { } code && code.Length == text[word].Length) return new Currency(code, 1);
            }
            else if (word == next && currencies.CodeOf(text.Form(word)) is { } sign && text.Has(word))
            {
                return new Currency(sign, 1);
            }
        }

        return null;
    }
}
