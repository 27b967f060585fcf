using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Tokenization;

/// <summary>
/// A megabyte of what makes a careless rule look back or ahead again and again. There is no clock in the tests: where the work
/// is not linear, they do not end.
/// </summary>
public class TokenizerWorkTests
{
    private const int Repeats = 1_000_000;

    [Theory]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("'")]
    [InlineData("’")]
    [InlineData("@")]
    [InlineData("#")]
    [InlineData("/")]
    [InlineData(":")]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("!")]
    [InlineData("*")]
    [InlineData("\u0301")]
    [InlineData("\u00AD")]
    [InlineData("\uD83D")]
    [InlineData("😀")]
    [InlineData("😀\u200D")]
    [InlineData("🇬")]
    [InlineData(" ")]
    [InlineData("a.")]
    [InlineData("A.")]
    [InlineData("a-")]
    [InlineData("1-")]
    [InlineData("12,")]
    [InlineData("1.")]
    [InlineData("1/")]
    [InlineData("a'")]
    [InlineData("n't")]
    [InlineData("a@")]
    [InlineData("@a")]
    [InlineData("#1")]
    [InlineData("a*")]
    [InlineData("a&")]
    [InlineData("a\u00AD")]
    [InlineData("1@a")]
    [InlineData("http://a")]
    [InlineData("http://")]
    [InlineData("http://a ")]
    [InlineData("www.")]
    [InlineData("a.com/")]
    [InlineData("http://a))")]
    [InlineData("((")]
    [InlineData(":)")]
    [InlineData("mailto:")]
    [InlineData("U.S.")]
    [InlineData("No. ")]
    public void Work_is_linear_on_repeated(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Repeats / piece.Length));
        var tokens = new TokenBuffer();
        tokens.BeginSegment(0, text.Length);

        new EnglishTokenizer().Tokenize(text, tokens);

        Assert.True(tokens.Count <= text.Length);
        Assert.True(tokens.Count > 0 || string.IsNullOrWhiteSpace(piece) || piece == "\u00AD");
    }

    [Theory]
    [InlineData("http://a", ".")]
    [InlineData("http://a", "(")]
    [InlineData("1@", "a")]
    [InlineData("a-a-a-a-a-a-a-a@", "a")]
    [InlineData("@a@", "b.")]
    [InlineData("a", "*")]
    [InlineData("#", "1")]
    [InlineData("a.b", "c")]
    [InlineData("a", "\u00AD")]
    public void Work_is_linear_on_a_beginning_with_a_long_tail(string head, string tail)
    {
        var text = head + string.Concat(Enumerable.Repeat(tail, Repeats / tail.Length));
        var tokens = new TokenBuffer();

        new EnglishTokenizer().Tokenize(text, tokens);

        Assert.True(tokens.Count > 0);
    }
}
