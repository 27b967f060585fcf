using CsCheck;
using NewsNlp.Catalyst.Reading;

namespace NewsNlp.Catalyst.Tests.Reading;

public class TextAlignmentTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("", " \t\n")]
    [InlineData("ab", "ab")]
    [InlineData("ab", "\ta\u0001\r\nb\n")]
    [InlineData("a b", "a\t b")]
    [InlineData("a b", "a\tb")]
    [InlineData("ready", "Ready")]
    public void Text_that_lost_what_cannot_be_seen_is_found_again(string kept, string text)
    {
        Assert.True(TextAlignment.TryCreate(kept, text, out var alignment));

        Assert.Equal(-1, alignment.Mismatch);
        for (var i = 0; i < kept.Length; i++)
        {
            Assert.Equal(char.IsWhiteSpace(kept[i]) ? ' ' : kept[i], Normal(text[alignment.ToText(i)]));
        }

        static char Normal(char c) => char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c);
    }

    [Theory]
    [InlineData("abc", "abd", 2)]
    [InlineData("abc", "ab", 2)]
    [InlineData("ab", "abc", 2)]
    [InlineData("bc", "abc", 0)]
    public void Text_that_lost_more_is_another_text(string kept, string text, int mismatch)
    {
        Assert.False(TextAlignment.TryCreate(kept, text, out var alignment));
        Assert.Equal(mismatch, alignment.Mismatch);
    }

    [Fact]
    public void Any_text_is_found_again_without_its_control_characters() =>
        Gen.String[Gen.Char["ab c\t\n\r\u0001\u00a0\ud83c\udf89é"], 0, 40].Sample(text =>
        {
            var kept = string.Concat(text.Where(c => !char.IsControl(c)));

            Assert.True(TextAlignment.TryCreate(kept, text, out var alignment));
            Assert.All(
                Enumerable.Range(0, kept.Length).Where(i => !char.IsWhiteSpace(kept[i])),
                i => Assert.Equal(kept[i], text[alignment.ToText(i)]));
        });
}
