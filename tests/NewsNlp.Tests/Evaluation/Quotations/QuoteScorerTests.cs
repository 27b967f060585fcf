using NewsNlp.Documents;
using NewsNlp.Evaluation;
using NewsNlp.Evaluation.Quotations;

namespace NewsNlp.Tests.Evaluation.Quotations;

public sealed class QuoteScorerTests
{
    private const string Text =
        "The harbour master said \"Nothing sails.\" Ruth Amadi, a pilot, said that she waited. It is thought to be over.";

    private static readonly Attribution[] Gold =
    [
        Quote("The harbour master", "said", "\"Nothing sails.\"") with { Speakers = ["harbour master"] },
        Quote("Ruth Amadi, a pilot,", "said", "that she waited", from: 40) with { Speakers = ["Ruth Amadi", "the pilot Ruth Amadi"] },
        Quote("", "thought", "It", "to be over") with { Tags = ["belief"] },
    ];

    /// <summary>
    /// By hand: gold has content pieces of 5, 3, 1 and 3 words and marks. The system has two of the first's five without its marks
    /// and period, and two of the second's three.
    /// </summary>
    [Fact]
    public void Exact_trimmed_and_partial_spans()
    {
        var scores = QuoteScorer.Compare(Text, Gold, [Quote("master", "said", "Nothing sails"), Quote("Ruth", "said", "she waited", from: 40)]).Score();
        Is(0, 0, scores.Content.Exact);
        Is(1.0 / 2, 1.0 / 4, scores.Content.Trimmed);
        Is(1, (2.0 / 5 + 2.0 / 3) / 4, scores.Content.Partial);
        Is(1, 2.0 / 4, scores.Content.Overlap);
        Is(1, 4.0 / 12, scores.Content.Token);
        Is(1, 2.0 / 3, scores.Cue.Exact);
        Is(0, 0, scores.Source.Exact);
        Is(1, (1.0 / 3 + 1.0 / 6) / 2, scores.Source.Partial);
        Is(1, 2.0 / 3, scores.Aligned);
        Is(0, 0, scores.TripleExact);
        Is(1, 2.0 / 3, scores.TripleLenient);
        Assert.Equal(new QuoteErrors { Missed = 1, ContentBoundary = 1, SourceBoundary = 2, UnknownSpeaker = 2 }, scores.Errors);
    }

    [Fact]
    public void Speakers_count_given_the_content_and_end_to_end()
    {
        Attribution[] system =
        [
            Gold[0] with { Speakers = ["Ruth Amadi"] },
            Gold[1] with { Speakers = ["Amadi"], Source = [] },
        ];
        var scores = QuoteScorer.Compare(Text, Gold, system).Score();
        Assert.Equal(new Share(0, 2), scores.At80.Resolved);
        Assert.Equal(new Share(1, 2), scores.At80.ResolvedName);
        Assert.Equal(new Share(1, 2), scores.At80.ResolvedNameEndToEnd);
        Assert.Equal(new Share(1, 2), scores.AtTrimmed.SourceExact);
        Assert.Equal((1, 1), (scores.Errors.WrongSpeaker, scores.Errors.WrongSource));
        var half = QuoteScorer.Compare(Text, Gold, system[..1]).Score();
        Assert.Equal((new Share(0, 1), new Share(0, 2)), (half.At30.Resolved, half.At30.ResolvedEndToEnd));
    }

    [Fact]
    public void A_shared_article_is_no_shared_source()
    {
        var system = Gold[0] with { Source = Spans("The", 0) };
        Assert.Equal(new Share(0, 1), QuoteScorer.Compare(Text, Gold, [system]).Score().At30.SourceOverlap);
    }

    [Fact]
    public void Kinds_come_from_the_marks_and_gold_against_itself_is_perfect()
    {
        var comparison = QuoteScorer.Compare(Text, Gold, Gold.Reverse());
        foreach (var (subset, count) in new[] { (QuoteSubset.All, 3), (QuoteSubset.Direct, 1), (QuoteSubset.Quoted, 1), (QuoteSubset.Indirect, 2), (QuoteSubset.Tagged("belief"), 1) })
        {
            var scores = comparison.Score(subset);
            Assert.Equal(new PrecisionRecall(count, count, count), scores.TripleExact);
            Is(1, 1, scores.Content.Partial);
        }

        Assert.True(comparison.Score(QuoteSubset.Mixed).Aligned.IsEmpty);
    }

    [Fact]
    public void A_system_quote_goes_where_its_gold_quote_goes()
    {
        var wide = Quote("The harbour master", "said", "said \"Nothing sails.\"");
        var stray = Quote("", "", "Ruth Amadi");
        var comparison = QuoteScorer.Compare(Text, Gold[..1], [wide, stray]);
        Assert.Equal(new PrecisionRecall(1, 1, 1), comparison.Score(QuoteSubset.Direct).Aligned);
        Assert.Equal(new PrecisionRecall(0, 1, 0), comparison.Score(QuoteSubset.Indirect).Aligned);
    }

    [Fact]
    public void Pieces_that_only_white_space_parts_are_one_and_quotes_without_content_are_none()
    {
        var parted = Gold[1] with { Content = [.. Spans("that ", 40), .. Spans("she", 40), .. Spans("waited", 40)] };
        Assert.Equal(new PrecisionRecall(1, 1, 1), QuoteScorer.Compare(Text, [Gold[1]], [parted]).Score().TripleExact);
        Assert.True(QuoteScorer.Compare(Text, [], [Gold[1] with { Content = [] }]).Score().Aligned.IsEmpty);
    }

    [Fact]
    public void A_span_outside_of_the_text_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => QuoteScorer.Compare(Text, Gold, [new Attribution { Content = [new TextSpan(Text.Length - 1, 2)] }]));

    [Theory]
    [InlineData("Ministry_of_Interior_%28Norland%29", "Ministry of Interior")]
    [InlineData("Agence_Norland%2DPresse", "Agence Norland-Presse")]
    [InlineData("Ruth Amadi (pilot)", "Ruth Amadi (pilot)")]
    public void Names_of_encyclopedias_become_names(string name, string expected) => Assert.Equal(expected, SpeakerNames.Normalize(name));

    [Theory]
    [InlineData("the pilot, Ruth Amadi", "Ruth Amadi", true)]
    [InlineData("Ruth_Amadi", "Pilot Ruth AMADI's", true)]
    [InlineData("Ruth Amadi", "Paul Amadi", false)]
    [InlineData("the ferry company", "the company", true)]
    [InlineData("Norland Department of Ports", "Norland", false)]
    [InlineData("The", "the", true)]
    public void Names_agree_but_for_what_stands_before_them(string gold, string system, bool agrees) =>
        Assert.Equal(agrees, SpeakerNames.Agree([gold], [system]));

    private static Attribution Quote(string source, string cue, string content, string? more = null, int from = 0) => new()
    {
        Source = Spans(source, from),
        Cue = Spans(cue, from),
        Content = [.. Spans(content, from), .. Spans(more ?? "", from)],
    };

    private static TextSpan[] Spans(string words, int from) =>
        words.Length == 0 ? [] : [new TextSpan(Text.IndexOf(words, from, StringComparison.Ordinal), words.Length)];

    private static void Is(double precision, double recall, PrecisionRecall score)
    {
        Assert.Equal(precision, score.Precision, 12);
        Assert.Equal(recall, score.Recall, 12);
    }
}
