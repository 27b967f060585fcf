namespace NewsNlp.Lexicons;

/// <summary>Shares as agencies print them behind a company's name: four or five letters, and the letter of the exchange, <c>HOLG.L</c>, <c>MSFT.O</c>.</summary>
internal static class StockSymbols
{
    private const int FewestLetters = 4;
    private const int MostLetters = 5;

    /// <summary>Whether a form is one.</summary>
    public static bool Is(ReadOnlySpan<char> form) => form is [.. var letters, '.', >= 'A' and <= 'Z'] && Is(letters, form[^1..]);

    /// <summary>Whether what stands before a period and behind it is one.</summary>
    public static bool Is(ReadOnlySpan<char> letters, ReadOnlySpan<char> exchange)
    {
        if (letters.Length is < FewestLetters or > MostLetters || exchange is not [>= 'A' and <= 'Z'])
        {
            return false;
        }

        foreach (var letter in letters)
        {
            if (!char.IsAsciiLetterUpper(letter))
            {
                return false;
            }
        }

        return true;
    }
}
