using System.Globalization;

namespace NewsNlp.Entities.Gazetteers;

/// <summary>
/// Cuts text into the words that phrases are compared by: runs of letters and digits, and every other visible character by
/// itself. It does not look at tokens, so a phrase needs no tokenizer, and a tokenizer may join or split as it likes inside it.
/// </summary>
internal static class GazetteerWord
{
    private const ulong HashStart = 0xCBF29CE484222325;
    private const ulong HashFactor = 0x100000001B3;

    /// <summary>Reads the word at or after <paramref name="at"/> and hashes it (FNV-1a, a step for each UTF-16 code unit).</summary>
    /// <returns>The offset behind the word; -1 where only white space is left.</returns>
    public static int Read(ReadOnlySpan<char> text, int at, bool ignoreCase, out ulong hash)
    {
        hash = HashStart;
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        if (at == text.Length) return -1;
        char first = text[at];
        if (!IsInner(first))
        {
            hash = (hash ^ Plain(first)) * HashFactor;
            return at + 1;
        }

        do
        {
            char unit = text[at];
            hash = (hash ^ (ignoreCase ? Fold(unit) : unit)) * HashFactor;
            at++;
        }
        while (at < text.Length && IsInner(text[at]));
        return at;
    }

    private static bool IsInner(char unit) =>
        char.IsAscii(unit)
            ? char.IsAsciiLetterOrDigit(unit)
            : char.IsLetterOrDigit(unit) || char.IsSurrogate(unit) || IsMark(unit);

    private static bool IsMark(char unit) =>
        char.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static char Fold(char unit) =>
        char.IsAscii(unit) ? char.IsAsciiLetterUpper(unit) ? (char)(unit | 0x20) : unit : char.ToLowerInvariant(unit);

    private static char Plain(char mark) => mark switch
    {
        '\u2018' or '\u2019' or '\u02BC' => '\'',
        '\u2010' or '\u2011' => '-',
        _ => mark,
    };
}
