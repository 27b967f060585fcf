using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Tokenization;

public class CharacterClassesTests
{
    [Theory]
    [InlineData("azAZéÉßſ\u0250ðŌЖ東가\u02B0_", CharacterClass.Letter)]
    [InlineData("059٣Ⅷ½⅓①", CharacterClass.Digit)]
    [InlineData("\u0301\u20E3\uFE0F\u0903", CharacterClass.Mark)]
    [InlineData("'`\u00B4\u02BC\u2018\u2019\u201B\uFF07", CharacterClass.Apostrophe)]
    [InlineData("-\u2010\u2011", CharacterClass.Hyphen)]
    [InlineData("\u00AD\u200C\u200D\u2060", CharacterClass.Joiner)]
    [InlineData(" \t\n\r\0\u007F\u0085\u00A0\u2009\u2028\u2029\u200B\uFEFF", CharacterClass.Gap)]
    [InlineData("#%&@§¶²³¹\u2070\u2074\u207F$€£¥+=<>~|^¨©™°\uE000", CharacterClass.Symbol)]
    [InlineData(".,;:!?…\"“”„«»()[]{}\\/*‒–—―•¿¡\u201A\u203A\u201F\u201C", CharacterClass.Punctuation)]
    [InlineData("☀☎⚽❤⭐⌚⏰⏳", CharacterClass.Emoji)]
    internal void A_character_has_the_class_of_its_use(string characters, CharacterClass expected) =>
        Assert.All(characters, c => Assert.Equal((c, expected), (c, CharacterClasses.Of(c))));

    [Fact]
    public void Words_are_made_of_letters_digits_and_marks() =>
        Assert.Equal("aÉ_7½\u0301東", string.Concat("aÉ_7½\u0301東 .-'\u2019#€☀\u00AD\n".Where(CharacterClasses.IsWord)));

    [Theory]
    [InlineData("AT", false)]
    [InlineData("ATé", false)]
    [InlineData("", false)]
    [InlineData("aT", true)]
    [InlineData("Tz", true)]
    public void Small_letters_are_those_of_ascii(string word, bool expected) => Assert.Equal(expected, CharacterClasses.HasSmallLetter(word));

    [Theory]
    [InlineData(0x1F600, CharacterClass.Emoji)]
    [InlineData(0x1F1E6, CharacterClass.Emoji)]
    [InlineData(0x1D400, CharacterClass.Letter)]
    [InlineData(0x1D7CE, CharacterClass.Digit)]
    [InlineData(0xE0041, CharacterClass.Gap)]
    [InlineData(0x1F0A1, CharacterClass.Symbol)]
    internal void A_pair_of_surrogates_is_one_character(int codePoint, CharacterClass expected)
    {
        string text = "x" + char.ConvertFromUtf32(codePoint);
        Assert.Equal((expected, 2), (CharacterClasses.At(text, 1, out int length), length));
        Assert.Equal((CharacterClass.Letter, 1), (CharacterClasses.At(text, 0, out length), length));
        Assert.Equal((CharacterClass.Symbol, 1), (CharacterClasses.At(text, 2, out length), length));
        Assert.Equal((CharacterClass.Symbol, 1), (CharacterClasses.At(text.AsSpan(0, 2), 1, out length), length));
        Assert.Equal(CharacterClass.Surrogate, CharacterClasses.Of(text[1]));
    }

    /// <summary>Symbols at both ends of the ranges, and what is right outside of them.</summary>
    [Theory]
    [InlineData(0x231A, 0x231B)]
    [InlineData(0x23E9, 0x23F3)]
    [InlineData(0x260E, 0x260E)]
    [InlineData(0x2648, 0x2653)]
    [InlineData(0x26F7, 0x26FA)]
    [InlineData(0x2728, 0x2728)]
    [InlineData(0x2795, 0x2797)]
    [InlineData(0x2B55, 0x2B55)]
    [InlineData(0x1F004, 0x1F004)]
    [InlineData(0x1F170, 0x1F171)]
    [InlineData(0x1F90C, 0x1F9FF)]
    [InlineData(0x1FA70, 0x1FAFF)]
    public void Emoji_come_in_ranges(int first, int last)
    {
        Assert.True(EmojiRanges.Contain(first) && EmojiRanges.Contain(last));
        Assert.False(EmojiRanges.Contain(first - 1) || EmojiRanges.Contain(last + 1));
    }

    [Fact]
    public void What_makes_emoji_of_several_code_points_is_told_apart()
    {
        int[] edges = [0x1F1E5, 0x1F1E6, 0x1F1FF, 0x1F200, 0x1F3FA, 0x1F3FB, 0x1F3FF, 0x1F400, 0xE001F, 0xE0020, 0xE007F, 0xE0080, 0];
        Assert.Equal([0x1F1E6, 0x1F1FF], edges.Where(EmojiRanges.IsRegionalIndicator));
        Assert.Equal([0x1F3FB, 0x1F3FF], edges.Where(EmojiRanges.IsSkinTone));
        Assert.Equal([0xE0020, 0xE007F], edges.Where(EmojiRanges.IsTag));
        Assert.Equal((true, false), (CharacterClasses.IsVariationSelectorEmoji('\uFE0F'), CharacterClasses.IsVariationSelectorEmoji('\uFE0E')));
    }
}
