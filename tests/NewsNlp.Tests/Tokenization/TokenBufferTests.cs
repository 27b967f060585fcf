using NewsNlp.Documents;
using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Tokenization;

public class TokenBufferTests
{
    [Fact]
    public void Keeps_what_is_added()
    {
        var tokens = new TokenBuffer();
        for (var i = 0; i < 1000; i++)
        {
            tokens.Add(3 * i, 2, (TokenKind)(i % 9));
        }

        Assert.Equal(1000, tokens.Count);
        Assert.Equal(2997, tokens.Starts[999]);
        Assert.Equal(2, tokens.Lengths[999]);
        Assert.Equal(TokenKind.Word, tokens.Kinds[999]);
        Assert.Equal(TokenKind.Emoji, tokens.Kinds[8]);
    }

    [Theory]
    [InlineData(-1, 1, "start", "0 or later")]
    [InlineData(0, 0, "length", "at least one")]
    [InlineData(0, -5, "length", "at least one")]
    [InlineData(8, 3, "length", "10")]
    [InlineData(int.MaxValue, 1, "length", "10")]
    [InlineData(5, int.MaxValue, "length", "10")]
    public void A_token_outside_of_the_text_is_refused(int start, int length, string parameter, string says)
    {
        var tokens = new TokenBuffer();
        tokens.BeginSegment(0, 10);

        var error = Assert.Throws<ArgumentOutOfRangeException>(parameter, () => tokens.Add(start, length, TokenKind.Word));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, tokens.Count);
    }

    [Fact]
    public void Overlapping_tokens_are_refused()
    {
        var tokens = new TokenBuffer();
        tokens.Add(2, 4, TokenKind.Word);

        var error = Assert.Throws<InvalidOperationException>(() => tokens.Add(5, 1, TokenKind.Word));

        Assert.Contains("5", error.Message, StringComparison.Ordinal);
        Assert.Contains("6", error.Message, StringComparison.Ordinal);
        tokens.Add(6, 1, TokenKind.Word);
        Assert.Equal(2, tokens.Count);
    }

    [Fact]
    public void Clear_makes_room_for_another_text()
    {
        var tokens = new TokenBuffer();
        tokens.BeginSegment(10, 10);
        tokens.Add(0, 10, TokenKind.Word);
        tokens.Clear();
        tokens.Add(0, 100, TokenKind.Number);

        Assert.Equal([0], tokens.Starts.ToArray());
        Assert.Equal([100], tokens.Lengths.ToArray());
        Assert.Equal([TokenKind.Number], tokens.Kinds.ToArray());
    }

    [Fact]
    public void A_segment_shifts_offsets()
    {
        var tokens = new TokenBuffer();
        tokens.BeginSegment(0, 5);
        tokens.Add(1, 4, TokenKind.Word);
        tokens.BeginSegment(7, 5);
        tokens.Add(0, 5, TokenKind.Word);

        Assert.Equal([1, 7], tokens.Starts.ToArray());
        Assert.Throws<InvalidOperationException>(() => tokens.BeginSegment(11, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => tokens.BeginSegment(12, int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>("offset", () => tokens.BeginSegment(-1, 5));
        Assert.Throws<ArgumentOutOfRangeException>("length", () => tokens.BeginSegment(12, -1));
    }

    [Fact]
    public void What_is_added_behind_a_text_lies_behind_its_last_token()
    {
        var tokens = new TokenBuffer();
        new EnglishTokenizer().Tokenize("a first text", tokens);

        Assert.Throws<InvalidOperationException>(() => tokens.Add(11, 1, TokenKind.Word));
        tokens.Add(12, 1, TokenKind.Punctuation);
        Assert.Equal([0, 2, 8, 12], tokens.Starts.ToArray());
    }
}
