using CsCheck;
using NewsNlp.Sentences;
using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Sentences;

public class GapFinderTests
{
    private static readonly string[] Pieces =
    [
        "The", "ferry", "U.S.", "Mr.", "3.5", "www.marlow.example", "press@marlow.example", ":)", ".", "!", "?", ":", "...", "?!",
        "\u2014", "\u2026", "\u203D", "\"", "\u201D", ")", "\n", "\r", "\r\n", "\n\n", "\u2028", "\u2029", " ", "\t", "\u00A0",
        " \n", "\n ", "caf\u00E9", "$1.5bn", "--", "\u2014-", new('x', 70),
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 200].Select(string.Concat);

    private static readonly EnglishTokenizer Tokenizer = new();

    [Fact]
    public void Every_line_break_between_tokens_is_a_gap() =>
        Texts.Sample(text =>
        {
            var tokens = new TokenBuffer();
            Tokenizer.Tokenize(text, tokens);
            var sentences = new SentenceBuffer();
            var words = GapFinder.Find(new SentenceText(text, tokens.Starts, tokens.Lengths, tokens.Kinds), sentences);
            var found = sentences.Gaps.ToArray();

            Assert.Equal(found.Select(gap => gap.Token).Distinct().Order(), found.Select(gap => gap.Token));
            for (var token = 0; token < tokens.Count - 1; token++)
            {
                var breaks = SentenceText.LineBreaks(words.Gap(token));
                Assert.True(breaks == 0 || found.Any(gap => gap.Token == token && gap.Breaks == Math.Min(2, breaks)), $"no gap at token {token}");
            }
        });

    [Fact]
    public void With_the_tokenizers_notes_and_without_the_gaps_are_the_same() =>
        Texts.Sample(text =>
        {
            var tokens = new TokenBuffer();
            tokens.AskForStops();
            Tokenizer.Tokenize(text, tokens);
            var words = new SentenceText(text, tokens.Starts, tokens.Lengths, tokens.Kinds);
            var sought = new SentenceBuffer();
            var noted = new SentenceBuffer();
            var style = GapFinder.Find(words, sought).Style;

            Assert.Equal(style, GapFinder.Find(words, noted, tokens.AskForStops()).Style);
            Assert.Equal(sought.Gaps.ToArray(), noted.Gaps.ToArray());
        });

    [Fact]
    public void Tokens_looked_at_together_have_the_gaps_that_each_has_by_itself() =>
        Texts.Sample(text =>
        {
            var tokens = new TokenBuffer();
            Tokenizer.Tokenize(text, tokens);
            var words = new SentenceText(text, tokens.Starts, tokens.Lengths, tokens.Kinds);
            var together = new SentenceBuffer();
            var alone = new SentenceBuffer();
            var style = GapFinder.Find(words, together).Style;

            Assert.Equal(style, GapFinder.Find(words, alone, together: false).Style);
            Assert.Equal(alone.Gaps.ToArray(), together.Gaps.ToArray());
        });
}
