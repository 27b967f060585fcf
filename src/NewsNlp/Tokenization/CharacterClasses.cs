using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace NewsNlp.Tokenization;

/// <summary>Looks up the class of a character: a table for the first blocks of Unicode, categories for the rest.</summary>
internal static class CharacterClasses
{
    private const int TableSize = 0x250;
    private const int VariationSelectorEmoji = 0xFE0F;

    private static readonly CharacterClass[] Table = BuildTable();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CharacterClass Of(char c)
    {
        var table = Table;
        return c < (uint)table.Length ? table[c] : OfCodePoint(c);
    }

    /// <summary>The class of the code point at <paramref name="index"/>; a lone surrogate is a symbol.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">Where the code point starts.</param>
    /// <param name="length">How many UTF-16 code units it has.</param>
    public static CharacterClass At(ReadOnlySpan<char> text, int index, out int length)
    {
        var found = Of(text[index]);
        length = 1;
        if (found != CharacterClass.Surrogate)
        {
            return found;
        }

        return Rune.DecodeFromUtf16(text[index..], out var rune, out length) == System.Buffers.OperationStatus.Done
            ? OfCodePoint(rune.Value)
            : CharacterClass.Symbol;
    }

    /// <summary>Letters, digits, marks: what a word is made of. A surrogate pair is not looked into.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWord(char c) => Of(c) is CharacterClass.Letter or CharacterClass.Digit or CharacterClass.Mark;

    /// <summary>Whether a word has one of the letters a to z in small.</summary>
    public static bool HasSmallLetter(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsAsciiLetterLower(c))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsVariationSelectorEmoji(char c) => c == VariationSelectorEmoji;

    private static CharacterClass[] BuildTable()
    {
        var table = new CharacterClass[TableSize];
        for (var c = 0; c < table.Length; c++)
        {
            table[c] = OfCodePoint(c);
        }

        return table;
    }

    private static CharacterClass OfCodePoint(int c) => c switch
    {
        '\'' or '`' or '\u00B4' or '\u02BC' or '\u2018' or '\u2019' or '\u201B' or '\uFF07' => CharacterClass.Apostrophe,
        '-' or '\u2010' or '\u2011' => CharacterClass.Hyphen,
        '_' => CharacterClass.Letter,
        '\u00AD' or '\u200C' or '\u200D' or '\u2060' => CharacterClass.Joiner,
        '\u00B2' or '\u00B3' or '\u00B9' or (>= '\u2070' and < '\u2080') => CharacterClass.Symbol,
        '#' or '%' or '&' or '@' or '\u00A7' or '\u00B6' => CharacterClass.Symbol,
        _ => Of(CharUnicodeInfo.GetUnicodeCategory(c), c),
    };

    private static CharacterClass Of(UnicodeCategory category, int c) => category switch
    {
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Control or UnicodeCategory.Format => CharacterClass.Gap,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => CharacterClass.Letter,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharacterClass.Digit,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharacterClass.Mark,
        UnicodeCategory.Surrogate => CharacterClass.Surrogate,
        UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol
            or UnicodeCategory.OtherSymbol or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            => EmojiRanges.Contain(c) ? CharacterClass.Emoji : CharacterClass.Symbol,
        _ => CharacterClass.Punctuation,
    };
}
