using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Quotations;

namespace NewsNlp.Tests.Quotations;

public class QuoteExplanationTests
{
    private const string Article =
        """
        Ferry to Stay in Port

        “The engine has to be rebuilt,” said Captain Ruth Amadi. “That takes a month.

        “And a month is long.”

        “We are sorry for all who had plans for the summer.”

        She did not elaborate further.
        """;

    private static readonly Document Annotated = NlpPipeline.CreateDefault().Process(Article);

    [Fact]
    public void Every_quote_of_the_document_is_explained()
    {
        var explanations = new NewsQuoteAttributor(NlpModel.Default).Explain(Annotated, TestContext.Current.CancellationToken);
        Assert.Equal(Annotated.Quotes.Count, explanations.Length);
        Assert.All(Annotated.Quotes, quote => Assert.Contains(explanations, explanation =>
            explanation.Cue == quote.Cue && explanation.Contents.SequenceEqual(quote.Contents)
            && explanation.Source.SequenceEqual(quote.Source) && explanation.Act == quote.Act
            && explanation.Modality == quote.Modality && (float)explanation.Confidence == quote.Confidence));
    }

    [Fact]
    public void A_learned_quote_tells_its_cue_and_its_scores()
    {
        var said = Explain("“The engine");
        Assert.True(said.IsLearned);
        Assert.Equal("said", said.CueWord?.Of(Article).ToString());
        Assert.Equal("say", said.CueGroup);
        Assert.InRange(said.CueProbability, 0.5, 1);
        Assert.InRange(said.ContentProbability, 0.01, 1);
        Assert.InRange(said.SourceProbability, 0.5, 1);
        Assert.True(said.Rules.HasFlag(QuoteRules.SpeechOverParagraphs) || said.Contents.Length > 1);
    }

    [Fact]
    public void A_quote_by_rule_tells_its_rule()
    {
        var explanation = Explain("“We are sorry");
        Assert.False(explanation.IsLearned);
        Assert.Equal(QuoteRules.SpeakerGoesOn, explanation.Rules);
        Assert.Null(explanation.Cue);
        Assert.Equal(0, explanation.CueProbability);
        Assert.Equal("Captain Ruth Amadi", Assert.Single(explanation.Source).Of(Article).ToString());
    }

    [Fact]
    public void An_adverb_alone_is_no_content() =>
        Assert.DoesNotContain(Annotated.Quotes, quote => quote.Text == "further");

    private static QuoteExplanation Explain(string start) =>
        Assert.Single(new NewsQuoteAttributor(NlpModel.Default).Explain(Annotated, TestContext.Current.CancellationToken), explanation => explanation.Contents[0].Of(Article).StartsWith(start));
}
