using NewsNlp.Documents;
using NewsNlp.Tokenization;
using NewsNlp.Training.Data;
using NewsNlp.Training.Entities;

namespace NewsNlp.Training.Tests.Entities;

public class BioArticlesTests
{
    private static readonly NlpPipeline Tokens = new NlpPipelineBuilder().UseTokenizer(new EnglishTokenizer()).Build();

    private readonly BioArticles _articles = new(
        text => new DocumentBuilder(text).AddTokens(Spans(text), [.. Tokens.Process(text).Tokens.Select(token => token.Kind)]).AddSentences(_ => { }).Build(),
        new Dictionary<string, string> { ["PER"] = "Person", ["ORG"] = "Organization" });

    [Fact]
    public void Mentions_are_found_in_the_raw_text()
    {
        var article = _articles.Make(
            Document(("\"", "O"), ("Korb", "B-PER"), ("'s", "O"), ("boat", "O"), ("\"", "O"), ("sank", "O"), (",", "O"), ("Velling", "B-ORG"), ("Ltd.", "I-ORG"), ("said", "O")),
            "\"Korb's boat\"  sank,\nVelling Ltd. said");
        Assert.True(article.IsOriginalText);
        Assert.Equal(["Korb Person", "Velling Ltd. Organization"], Names(article));
    }

    [Fact]
    public void A_token_that_the_text_lacks_costs_no_other_mention()
    {
        var article = _articles.Make(Document(("Korb", "B-PER"), ("wo", "O"), ("n't", "O"), ("meet", "O"), ("Velling", "B-PER")), "Korb won’t meet Velling");
        Assert.Equal(["Korb Person", "Velling Person"], Names(article));
    }

    [Fact]
    public void Without_a_raw_text_one_is_put_together()
    {
        var article = _articles.Make(
            Document(("\"", "O"), ("Stay", "O"), (",", "O"), ("\"", "O"), ("said", "O"), ("Korb", "B-PER"), ("(", "O"), ("Velling", "B-ORG"), (")", "O"), (".", "O")), null);
        Assert.False(article.IsOriginalText);
        Assert.Equal("\"Stay,\" said Korb (Velling).", article.Document.Text);
        Assert.Equal(["Korb Person", "Velling Organization"], Names(article));
    }

    [Fact]
    public void Kinds_without_a_name_in_the_product_are_left_out()
    {
        Assert.Equal(["Korb Person"], Names(_articles.Make(Document(("Korb", "B-PER"), ("Monday", "B-DATE")), null)));
    }

    private static IEnumerable<string> Names(EntityArticle article) =>
        article.Gold.Select(mention => $"{article.Document.Text.Substring(mention.Span.Start, mention.Span.Length)} {mention.Label}");

    private static TextSpan[] Spans(string text) => [.. Tokens.Process(text).Tokens.Select(token => token.Span)];

    private static BioDocument Document(params (string Token, string Label)[] tokens) =>
        new("invented", [.. tokens.Select(token => token.Token)], [.. tokens.Select(token => token.Label)], [tokens.Length]);
}
