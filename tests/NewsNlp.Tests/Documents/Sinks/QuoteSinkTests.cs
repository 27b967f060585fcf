using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Documents.Sinks;

public class QuoteSinkTests
{
    private const string Text = "Okoro said rain fell and Ahn said snow came";

    [Fact]
    public void Quotes_come_in_any_order_and_are_listed_by_their_first_words()
    {
        var quotes = Build(sink =>
        {
            Add(sink, "snow came", "Ahn", "said");
            Add(sink, "rain fell", "Okoro", "said");
        }).Quotes;

        Assert.Equal(["rain fell", "snow came"], quotes.Select(quote => quote.Text));
        Assert.Equal(["Okoro", "Ahn"], quotes.Select(quote => quote.SourceText));
    }

    [Fact]
    public void The_first_words_may_be_those_of_any_role()
    {
        var quotes = Build(sink =>
        {
            sink.Add(QuoteKind.Indirect, [Span("snow came")], [Span("Ahn")], Span("Okoro"));
            sink.Add(QuoteKind.Indirect, [Span("fell")], [Span("rain")], Span("snow"));
            sink.Add(QuoteKind.Indirect, [Span("said")], [Span("said")], Span("said"));
            sink.Add(QuoteKind.Indirect, [Span("and")], [], null);
        }).Quotes;

        Assert.Equal(["snow came", "said", "fell", "and"], quotes.Select(quote => quote.Text));
    }

    [Fact]
    public void Quotes_that_begin_together_keep_their_order()
    {
        var quotes = Build(sink =>
        {
            for (var i = 0; i < 40; i++)
            {
                sink.Add(QuoteKind.Indirect, [Span("rain fell")], [], null, i / 100f);
            }
        }).Quotes;

        Assert.Equal(Enumerable.Range(0, 40).Select(i => i / 100f), quotes.Select(quote => quote.Confidence));
    }

    [Fact]
    public void A_quote_has_a_content() =>
        Refused("A quote has at least one content.", sink => sink.Add(QuoteKind.Direct, [], [Span("Okoro")], null));

    [Fact]
    public void An_empty_span_is_refused() =>
        Refused("The content [3, 3) is empty.", sink => sink.Add(QuoteKind.Direct, [new TextSpan(3, 0)], [], null));

    [Fact]
    public void A_content_begins_and_ends_with_a_token()
    {
        Refused("The content [12, 15) does not begin and end with a token.", sink => sink.Add(QuoteKind.Direct, [new(12, 3)], [], null));
        Refused("The content [11, 14) does not begin and end with a token.", sink => sink.Add(QuoteKind.Direct, [new(11, 3)], [], null));
        Refused("The content [11, 16) does not begin and end with a token.", sink => sink.Add(QuoteKind.Direct, [new(11, 5)], [], null));
        Refused("The content [10, 15) does not begin and end with a token.", sink => sink.Add(QuoteKind.Direct, [new(10, 5)], [], null));
    }

    [Fact]
    public void A_source_begins_and_ends_with_a_token() =>
        Refused(
            "The source [0, 4) does not begin and end with a token.",
            sink => sink.Add(QuoteKind.Direct, [Span("rain")], [new TextSpan(0, 4)], null));

    [Fact]
    public void A_cue_begins_and_ends_with_a_token() =>
        Refused(
            "The cue [7, 10) does not begin and end with a token.",
            sink => sink.Add(QuoteKind.Direct, [Span("rain")], [], new TextSpan(7, 3)));

    [Fact]
    public void A_span_beyond_the_text_is_refused() =>
        Refused(
            $"The cue [0, 99) reaches beyond the text, which is {Text.Length} UTF-16 code units long.",
            sink => sink.Add(QuoteKind.Direct, [Span("rain")], [], new TextSpan(0, 99)));

    [Fact]
    public void The_pieces_of_a_role_are_in_order_and_apart()
    {
        Refused(
            "The content [11, 20) begins before the previous piece ends (at 43).",
            sink => sink.Add(QuoteKind.Direct, [Span("snow came"), Span("rain fell")], [], null));
        Refused(
            "The source [6, 15) begins before the previous piece ends (at 10).",
            sink => sink.Add(QuoteKind.Direct, [Span("snow")], [Span("Okoro said"), Span("said rain")], null));
    }

    [Fact]
    public void Roles_may_overlap_each_other()
    {
        var quote = Build(sink => sink.Add(QuoteKind.Mixed, [Span("rain fell")], [Span("rain")], Span("fell"))).Quotes[0];

        Assert.Equal(("rain fell", "rain", "fell"), (quote.Text, quote.SourceText, quote.CueText));
    }

    [Theory]
    [InlineData(-0.5f)]
    [InlineData(float.NaN)]
    public void A_confidence_is_a_probability(float confidence) =>
        Refused("A score lies between 0 and 1.", sink => sink.Add(QuoteKind.Direct, [Span("rain")], [], null, confidence));

    private static TextSpan Span(string words) => new(Text.IndexOf(words, StringComparison.Ordinal), words.Length);

    private static void Add(QuoteSink sink, string content, string source, string cue) =>
        sink.Add(QuoteKind.Indirect, [Span(content)], [Span(source)], Span(cue));

    private static void Refused(string message, Action<QuoteSink> write) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(() => Build(write)).Message, StringComparison.Ordinal);

    private static Document Build(Action<QuoteSink> write) => TestDocuments.WithTokens(Text).AddQuotes(write).Build();
}
