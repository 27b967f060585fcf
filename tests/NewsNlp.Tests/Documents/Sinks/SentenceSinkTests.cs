using NewsNlp.Documents;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Documents.Sinks;

public class SentenceSinkTests
{
    [Fact]
    public void Sentences_may_leave_tokens_out()
    {
        var sentences = Build((1, 2), (4, 1)).Sentences;

        Assert.Equal(["fell .", "came"], sentences.Select(sentence => sentence.Text));
        Assert.Equal(["fell", "."], sentences[0].Tokens.Select(token => token.Text));
    }

    [Theory]
    [InlineData(0, 0, "A sentence has at least one token.")]
    [InlineData(0, -1, "A sentence has at least one token.")]
    [InlineData(-1, 1, "The sentence of 1 tokens at token -1 reaches beyond the document's 6 tokens.")]
    [InlineData(5, 2, "The sentence of 2 tokens at token 5 reaches beyond the document's 6 tokens.")]
    [InlineData(1, int.MaxValue, "The sentence of 2147483647 tokens at token 1 reaches beyond the document's 6 tokens.")]
    public void A_run_that_is_not_the_documents_is_refused(int first, int count, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(() => Build((first, count))).Message, StringComparison.Ordinal);

    [Fact]
    public void Sentences_that_overlap_are_refused() =>
        Assert.StartsWith(
            "The sentence at token 2 begins before the previous one ends (at token 3); add them in order.",
            Assert.Throws<ArgumentException>(() => Build((0, 3), (2, 2))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_sentence_stays_in_one_block()
    {
        const string text = "Rain fell\nSnow came";
        var builder = new DocumentBuilder(text)
            .AddBlocks(sink =>
            {
                sink.Add(new TextSpan(0, 9), BlockKind.Headline);
                sink.Add(new TextSpan(10, 9), BlockKind.Paragraph);
            })
            .AddTokens(TestDocuments.Words(text));

        var refusal = Assert.Throws<ArgumentException>(() => builder.AddSentences(sink => sink.Add(1, 2)));
        Assert.StartsWith("The sentence [5, 14) does not lie in one block.", refusal.Message, StringComparison.Ordinal);

        builder.AddSentences(sink =>
        {
            sink.Add(0, 2);
            sink.Add(2, 2);
        });
        Assert.Equal(["Rain fell", "Snow came"], builder.Document.Sentences.Select(sentence => sentence.Text));
    }

    private static Document Build(params (int First, int Count)[] sentences) =>
        TestDocuments.WithTokens("Rain fell . Snow came .").AddSentences(sink =>
        {
            foreach (var (first, count) in sentences)
            {
                sink.Add(first, count);
            }
        }).Build();
}
