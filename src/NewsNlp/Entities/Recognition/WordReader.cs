using NewsNlp.Features;

namespace NewsNlp.Entities.Recognition;

/// <summary>Computes the traits of a spelling.</summary>
internal static class WordReader
{
    private const int Longest = 64;

    /// <summary>The hash by which a document's tokens are told apart.</summary>
    public static ulong Key(ReadOnlySpan<char> token) => FeatureHash.Of(token);

    /// <summary>Fills in what depends on the characters alone. Of a token longer than 64 UTF-16 code units only those count.</summary>
    public static void Read(ReadOnlySpan<char> token, ref WordTraits traits)
    {
        if (token.Length > Longest) token = token[..Longest];
        Span<char> exact = stackalloc char[Longest];
        Span<char> lower = stackalloc char[Longest];
        Span<char> shape = stackalloc char[Longest];
        int shapeLength = 0, run = 0;
        char last = '\0';
        bool letters = false, lowers = false, signal = false;
        var look = WordLook.None;
        for (int i = 0; i < token.Length; i++)
        {
            char unit = Plain(token[i]);
            exact[i] = unit;
            char kind = KindOf(unit);
            lower[i] = kind == 'X' ? char.ToLowerInvariant(unit) : unit;
            letters |= kind is 'X' or 'x';
            lowers |= kind == 'x';
            if (kind == 'd') look |= WordLook.Digit;
            signal |= kind is 'X' or 'd' || char.GetUnicodeCategory(unit) == System.Globalization.UnicodeCategory.CurrencySymbol;
            if (unit == '-' && token.Length > 1) look |= WordLook.Hyphen;
            run = kind == last ? run + 1 : 0;
            last = kind;
            if (run < 2) shape[shapeLength++] = kind;
        }

        if (shape[0] == 'X') look |= WordLook.Capitalized;
        if (letters && !lowers) look |= WordLook.AllCapitals;
        if (lowers) look |= WordLook.Lower;
        if (token.Length == 1 && exact[0] == '"' || token is "''" or "``") look |= WordLook.Quote;
        traits.Exact = FeatureHash.Of(exact[..token.Length]);
        traits.Lower = WordHash.Plain(token);
        traits.Shape = FeatureHash.Of(shape[..shapeLength]);
        traits.Look = look;
        traits.First = exact[0];
        traits.IsSignal = signal;
        for (int length = 1; length <= WordTraits.Affixes.Length; length++)
        {
            bool fits = length <= token.Length;
            traits.Prefixes[length - 1] = fits ? FeatureHash.Of(exact[..length]) : 0;
            traits.Suffixes[length - 1] = fits ? FeatureHash.Of(lower[(token.Length - length)..token.Length]) : 0;
        }
    }

    private static char KindOf(char unit)
    {
        if (char.IsAscii(unit))
            return char.IsAsciiLetterUpper(unit) ? 'X' : char.IsAsciiLetterLower(unit) ? 'x' : char.IsAsciiDigit(unit) ? 'd' : unit;
        if (char.IsUpper(unit)) return 'X';
        return char.IsLower(unit) ? 'x' : char.IsLetter(unit) ? 'u' : unit;
    }

    private static char Plain(char unit) => unit switch
    {
        '\u2018' or '\u2019' => '\'',
        '\u201C' or '\u201D' => '"',
        '\u2010' or '\u2011' => '-',
        _ => unit,
    };
}
