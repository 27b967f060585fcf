using NewsNlp.Documents;
using NewsNlp.Tokenization;
using NewsNlp.Tokenization.Simd;

namespace NewsNlp.Tests.Tokenization;

public class TokenStopsTests
{
    private static readonly EnglishTokenizer Tokenizer = new();

    [Theory]
    [InlineData("The ferry left. Nobody was on it! Why?", ". ! ?")]
    [InlineData("Ferry cancelled\n\nMr. Halvorsen (of Oslo) paid 3.50 kroner.", "cancelled Mr. .")]
    [InlineData("He left \n \nShe stayed", "left")]
    public void Tokens_with_a_mark_at_their_end_or_a_line_break_behind_are_noted(string text, string expected)
    {
        // The last token of a text ends a sentence whatever it is.
        var noted = Noted(text);
        Assert.All(expected.Split(' '), token => Assert.Contains(token, noted));
        Assert.DoesNotContain("The", noted);
        Assert.DoesNotContain("3.50", noted);
        Assert.DoesNotContain("She", noted);
    }

    [Fact]
    public void Nothing_is_noted_before_somebody_asks()
    {
        var tokens = new TokenBuffer();
        Tokenizer.Tokenize("The ferry left.", tokens);

        Assert.Null(tokens.AskForStops());
    }

    [Fact]
    public void What_was_noted_of_another_text_is_forgotten()
    {
        var tokens = Asked();
        Tokenizer.Tokenize("The ferry left.", tokens);
        tokens.Clear();
        foreach (var start in new[] { 0, 4, 10, 14 })
        {
            tokens.Add(start, 1, TokenKind.Word);
        }

        Assert.Null(tokens.AskForStops());
    }

    [Fact]
    public void Tokens_that_were_added_by_hand_leave_the_notes_incomplete()
    {
        var tokens = Asked();
        Tokenizer.Tokenize("The ferry left", tokens);
        tokens.Add(14, 1, TokenKind.Punctuation);

        Assert.Null(tokens.AskForStops());
    }

    [Fact]
    public void A_text_in_utf8_is_not_noted()
    {
        var tokens = Asked();
        Tokenizer.Tokenize("The ferry left."u8, tokens);

        Assert.Null(tokens.AskForStops());
    }

    [Fact]
    public void Commas_without_end_fill_a_window_with_tokens()
    {
        var noted = Noted(string.Concat(Enumerable.Repeat(new string(',', 40) + "(" + new string('"', 21) + ". ", 50)));

        Assert.Equal(Enumerable.Repeat(".", 50), noted);
    }

    /// <summary>Whoever splits a text reads the notes of all of it, or none.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void Only_a_text_that_stands_alone_is_noted(int offset)
    {
        var tokens = Asked();
        if (offset == 0) tokens.Add(0, 1, TokenKind.Word);
        tokens.BeginSegment(offset + 1, 100);
        Tokenizer.Tokenize("The ferry left. Nobody was on it!", tokens);

        Assert.Null(tokens.AskForStops());
    }

    private static TokenBuffer Asked()
    {
        var tokens = new TokenBuffer();
        tokens.AskForStops();
        return tokens;
    }

    private static List<string> Noted(string text)
    {
        var tokens = Asked();
        Tokenizer.Tokenize(text, tokens);
        var stops = tokens.AskForStops();
        Assert.SkipUnless(StopNoter.IsSupported, "This processor cannot note them.");
        Assert.NotNull(stops);
        Assert.Same(stops, tokens.AskForStops());
        var list = new int[TokenStops.Room(stops.Words)];
        var count = stops.List(0, stops.Words, list);
        return [.. list.Take(count).Select(token => text.Substring(tokens.Starts[token], tokens.Lengths[token]))];
    }
}
