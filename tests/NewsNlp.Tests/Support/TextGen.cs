using CsCheck;

namespace NewsNlp.Tests.Support;

/// <summary>Arbitrary UTF-16 text: what a page can hold, and what no page should.</summary>
internal static class TextGen
{
    private static readonly string[] Pieces =
    [
        "Mayor", "said", "Ines", "Okoro", "U.S.", "n't", "3.2", "£4m", "the", "a", "of", "café", "naïve", "COVID-19",
        "http://example.org/a?b=1", "desk@example.org", "@desk", "#vote", "...", "--", "—", ",", ".", "?", "!", ":", ";",
        " ", " ", " ", " ", "  ", "\t", "\n", "\n\n", "\r\n", "\u00A0", "\u2009", "\u2028", "\u3000", "\u200B", "\uFEFF",
        "\"", "“", "”", "‘", "’", "'", "''", "``", "«", "»", "(", ")", "[", "]",
        "\U0001F600", "\U0001F469\u200D\U0001F680", "\U0001F1EB\U0001F1F7", "e\u0301", "\u0301", "ß", "İ", "ﬁ",
        "東京", "עיתון", "صحيفة", "\U00020BB7", "\0", "\u0001", "\uFFFE", "\uFFFF",
        "\uD800", "\uDBFF", "\uDC00", "\uDFFF", "\uDE00\uD83D",
    ];

    /// <summary>Words, white space of every kind, emoji, other scripts, controls, lone surrogates; also the empty text.</summary>
    public static Gen<string> Any { get; } =
        Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]), Gen.Char.Select(c => c.ToString()))
            .Array[0, 60].Select(string.Concat);

    /// <summary>The same without lone surrogates: text that UTF-8 can hold.</summary>
    public static Gen<string> WellFormed { get; } = Any.Select(MakeWellFormed);

    private static string MakeWellFormed(string text)
    {
        var chars = text.ToCharArray();
        for (var i = 0; i < chars.Length; i++)
        {
            if (char.IsHighSurrogate(chars[i]) && i + 1 < chars.Length && char.IsLowSurrogate(chars[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(chars[i]))
            {
                chars[i] = '\uFFFD';
            }
        }

        return new string(chars);
    }
}
