using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Sentences;
using NewsNlp.Tokenization;
using NewsNlp.Training.Data;

namespace NewsNlp.Training.Tests.Data;

public class GoldTokensTests
{
    [Fact]
    public void Capitals_change_the_letters_and_nothing_else()
    {
        var document = new GoldDocument("storm", "Storms hit.", [new(0, 6, Upos.NOUN, "storm"), new(7, 3, Upos.VERB, "hit"), new(10, 1, Upos.PUNCT, ".")], [new(0, 3)]);
        var gold = Assert.Single(GoldTokens.Of([document]));
        var capitals = gold.InCapitals();
        Assert.Equal("STORMS HIT.", capitals.Document.Text);
        Assert.Equal(["STORMS", "HIT", "."], capitals.Document.Tokens.Select(token => token.Text));
        Assert.Equal([Upos.NOUN, Upos.VERB, Upos.PUNCT], capitals.Tags);
        Assert.Equal(3, Assert.Single(capitals.Document.Sentences).TokenCount);
        Assert.Equal("Storms hit.", gold.Document.Text);
    }

    [Fact]
    public void Sentences_can_be_those_of_a_pipeline()
    {
        var document = new GoldDocument(
            "storm", "Storms hit. Boats sank.",
            [new(0, 6, Upos.NOUN, "storm"), new(7, 3, Upos.VERB, "hit"), new(10, 1, Upos.PUNCT, "."), new(12, 5, Upos.NOUN, "boat"), new(18, 4, Upos.VERB, "sink"), new(22, 1, Upos.PUNCT, ".")],
            [new(0, 3), new(3, 3)]);
        var gold = Assert.Single(GoldTokens.Of([document]));
        var pipeline = new NlpPipelineBuilder().UseTokenizer(new EnglishTokenizer()).UseSentenceSplitter(new OneSentence()).Build();
        var changed = gold.InSentencesOf(pipeline);
        Assert.Equal(2, gold.Document.Sentences.Count);
        Assert.Equal(6, Assert.Single(changed.Document.Sentences).TokenCount);
        Assert.Equal((gold.Tags, gold.Words), (changed.Tags, changed.Words));
    }

    [Fact]
    public void A_pipeline_with_other_tokens_is_refused()
    {
        var gold = Assert.Single(GoldTokens.Of([new GoldDocument("storm", "Storms hit.", [new(0, 6, Upos.NOUN, "storm"), new(7, 4, Upos.VERB, "hit")], [new(0, 2)])]));
        var pipeline = new NlpPipelineBuilder().UseTokenizer(new OneToken()).UseSentenceSplitter(new OneSentence()).Build();
        Assert.Throws<InvalidOperationException>(() => gold.InSentencesOf(pipeline));
    }

    private sealed class OneSentence : ISentenceSplitter
    {
        public void Split(Document document, SentenceSink sink) => sink.Add(0, document.Tokens.Count);
    }

    private sealed class OneToken : ITokenizer
    {
        public void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens) => tokens.Add(0, text.Length, TokenKind.Word);
    }
}
