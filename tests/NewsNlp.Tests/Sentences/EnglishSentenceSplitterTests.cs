using CsCheck;
using NewsNlp.Sentences;
using NewsNlp.Tests.Support;
using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Sentences;

public class EnglishSentenceSplitterTests
{
    [Theory]
    [InlineData("The train left at 6 a.m. on Friday. | Nobody was on it.")]
    [InlineData("The fire broke out about 2:15 a.m. Sunday in a duplex. | Nobody was hurt.")]
    [InlineData("The shop shuts at 6 p.m. | Sunday is quiet.")]
    [InlineData("Mr. Halvorsen met Sen. Ines Qvist in Oslo. | They spoke for an hour.")]
    [InlineData("The book is by J. K. Ostrander. | It sold well in the U.S. last year.")]
    [InlineData("\"We are closing the bridge.\" | She did not say for how long.")]
    [InlineData("\u201CWe are closing the bridge.\u201D | She did not say for how long.")]
    [InlineData("Who would pay for it? | The mayor had no answer. | \"None!\" said a heckler.")]
    [InlineData("The council voted on Monday (it had waited for months). | Two members stayed away.")]
    [InlineData("Shares of Varnholt Inc. rose 3.2 percent to $14.50. | Analysts had expected less.")]
    [InlineData("Ferry to Lindsund cancelled\n\n| A storm closed the port on Tuesday.")]
    public void Sentences_end_where_a_reader_ends_them(string marked)
    {
        var sentences = marked.Split('|').Select(part => part.Trim()).ToList();

        Assert.Equal(sentences, SplitTexts.Direct(marked.Replace("| ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_credit_behind_a_caption_is_a_sentence_of_its_own() =>
        Assert.Contains(
            "Photograph: Edda Moss/Reuters",
            SplitTexts.OfDocument(
                "Ferry cancelled\n\nA ferry leaves the port of Lindsund. Photograph: Edda Moss/Reuters\n\nA storm closed the port on Tuesday, officials said.", withBlocks: true));

    [Fact]
    public void A_credit_by_itself_is_no_sentence() =>
        Assert.DoesNotContain(
            "Getty Images",
            SplitTexts.OfDocument("Ferry cancelled\n\nA storm closed the port on Tuesday, officials said.\n\nGetty Images\n\nThe ferry waits.", withBlocks: true));

    [Theory]
    [InlineData(4096, new[] { 4096 })]
    [InlineData(4097, new[] { 4096, 4097 })]
    [InlineData(10_000, new[] { 4096, 8192, 10_000 })]
    public void A_sentence_has_at_most_4096_tokens(int words, int[] ends)
    {
        var text = "One.\n\n" + string.Join(' ', Enumerable.Repeat("rain", words)) + "\n\nTwo. Three.";
        var (tokens, sentences) = (new TokenBuffer(), new SentenceBuffer());
        new EnglishTokenizer().Tokenize(text, tokens);
        new EnglishSentenceSplitter().Split(text, tokens, sentences);

        Assert.Equal([2, .. ends.Select(end => end + 2), words + 4, words + 6], sentences.Ends.ToArray());
    }

    [Fact]
    public void With_and_without_a_document_the_sentences_are_the_same() =>
        TextGen.Any.Sample(text => Assert.Equal(SplitTexts.OfDocument(text, withBlocks: false), SplitTexts.Direct(text)));

    [Fact]
    public void Every_token_lies_in_one_sentence() =>
        TextGen.Any.Sample(text =>
        {
            var tokens = new TokenBuffer();
            var sentences = new SentenceBuffer();
            new EnglishTokenizer().Tokenize(text, tokens);
            SplitTexts.Splitter.Split(text, tokens, sentences);
            var ends = sentences.Ends.ToArray();

            Assert.Equal(ends.Order().Distinct(), ends);
            Assert.Equal(tokens.Count, ends.LastOrDefault());
        });

    // There is no clock in the tests: where the work is not linear, this does not end.
    [Theory]
    [InlineData(". ")]
    [InlineData("a. ")]
    [InlineData("A ")]
    [InlineData("A\n")]
    [InlineData("\n")]
    [InlineData(".\" ")]
    [InlineData("\"A ")]
    [InlineData("( A ")]
    [InlineData(": A ")]
    [InlineData("... A ")]
    [InlineData("word ")]
    [InlineData("The council met on Monday. It will meet again. ")]
    public void Work_is_linear_on_a_line_of_a_million(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var tokens = new TokenBuffer();
        var sentences = new SentenceBuffer();
        new EnglishTokenizer().Tokenize(text, tokens);
        SplitTexts.Splitter.Split(text, tokens, sentences);

        Assert.Equal(tokens.Count, sentences.Count == 0 ? 0 : sentences.Ends[^1]);
    }

    [Fact]
    public void A_buffer_that_is_used_again_allocates_nothing()
    {
        var text = string.Concat(Enumerable.Repeat("The council met in Lindsund on Monday: it voted. \"No,\" said J. Moss.\n\nWhat now\n\n", 200));
        var tokens = new TokenBuffer();
        var sentences = new SentenceBuffer();
        new EnglishTokenizer().Tokenize(text, tokens);
        SplitTexts.Splitter.Split(text, tokens, sentences);
        var before = GC.GetAllocatedBytesForCurrentThread();
        SplitTexts.Splitter.Split(text, tokens, sentences);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Tokens_of_another_text_are_refused()
    {
        var tokens = new TokenBuffer();
        new EnglishTokenizer().Tokenize("A longer text.", tokens);

        Assert.Throws<ArgumentException>(() => SplitTexts.Splitter.Split("Short.", tokens, new SentenceBuffer()));
    }
}
