using NewsNlp.Tokenization.Simd;

namespace NewsNlp.Tests.Tokenization.Simd;

public class NibbleTablesTests
{
    private const UnitClass Exact = UnitClass.Digit | UnitClass.Period | UnitClass.Apostrophe | UnitClass.Hyphen;

    private static readonly string[] Listed = ["cannot", "gonna", "ive", "dunno", "ish"];
    private static readonly byte[] Classes = NibbleTables.Classes();
    private static readonly byte[] Endings = NibbleTables.Endings(Listed);

    [Fact]
    public void Digits_and_three_signs_have_their_classes_and_no_other_character_has()
    {
        for (var c = '\0'; c < UnitClasses.Count; c++)
        {
            Assert.Equal(UnitClasses.Of(c) & Exact, (UnitClass)Look(Classes, 0, c) & Exact);
        }
    }

    [Fact]
    public void No_sign_is_missed_and_few_other_characters_pass_for_one()
    {
        var others = 0;
        for (var c = '\0'; c < UnitClasses.Count; c++)
        {
            var isSign = (Look(Classes, 0, c) & NibbleTables.Signs) != 0;
            Assert.True(isSign || UnitClasses.Of(c) != UnitClass.Sign, $"U+{(int)c:X4}");
            others += isSign && UnitClasses.Of(c) != UnitClass.Sign ? 1 : 0;
        }

        Assert.InRange(others, 0, 8);
    }

    [Theory]
    [InlineData("cannot", true)]
    [InlineData("CANNOT", true)]
    [InlineData("Ive", true)]
    [InlineData("selfish", true)]
    [InlineData("dunno", true)]
    [InlineData("minister", false)]
    [InlineData("said", false)]
    [InlineData("not.", false)]
    public void Only_the_ends_of_listed_words_pass(string text, bool passes)
    {
        var groups = byte.MaxValue;
        for (var place = 0; place < NibbleTables.Places; place++)
        {
            groups &= Look(Endings, place, text[^(place + 1)]);
        }

        Assert.Equal(passes, groups != 0);
    }

    private static byte Look(byte[] tables, int pair, char c) =>
        (byte)(tables[(2 * pair * NibbleTables.Size) + (c % NibbleTables.Size)] & tables[(((2 * pair) + 1) * NibbleTables.Size) + (c / NibbleTables.Size)]);
}
