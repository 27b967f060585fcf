using NewsNlp.Tokenization.Simd;

namespace NewsNlp.Tests.Tokenization.Simd;

public class EndingTablesTests
{
    private static readonly string[] Listed = ["cannot", "gonna", "ive", "dunno", "its"];

    private static readonly byte[] Tables = EndingTables.Build(Listed.Select(EndingTables.PatternOf));

    [Theory]
    [InlineData("he cannot")]
    [InlineData("CANNOT")]
    [InlineData("x gonna")]
    [InlineData("so ive")]
    [InlineData("(ive")]
    [InlineData("  its")]
    public void No_listed_word_is_missed(string text) => Assert.True(CanEnd(text));

    [Theory]
    [InlineData("he said")]
    [InlineData("drive")]
    [InlineData("nation")]
    public void Most_other_words_are_ruled_out(string text) => Assert.False(CanEnd(text));

    private static bool CanEnd(string text)
    {
        var groups = 0xFF;
        for (var place = 0; place < EndingTables.Length; place++)
        {
            var c = text[^(place + 1)];
            groups &= Tables[(place * EndingTables.Size) + (c & 0x1F) + (char.IsAsciiLetter(c) ? (int)UnitClass.Letter : 0)];
        }

        return groups != 0;
    }
}
