using NewsNlp.Documents;
using NewsNlp.Documents.Values;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Documents.Sinks;

/// <summary>One set of sinks serves text after text.</summary>
public class SinkReuseTests
{
    private static readonly AnnotationKey<int> Length = new("length");

    [Fact]
    public void Nothing_of_the_text_before_is_left()
    {
        string[] texts = ["Okoro said rain fell\nAhn said snow came to Oslo", "Halvorsen said ice", "wind"];
        var builder = TestStages.Builder().AddAnnotator(new TestAnnotator<int>(Length, document => document.Tokens.Count));
        var shared = builder.Build();
        foreach (var text in texts)
        {
            var document = shared.Process(text);
            Assert.Equal(DocumentDump.Of(builder.Build().Process(text)), DocumentDump.Of(document));
            Assert.Equal(document.Tokens.Count, document.Get(Length));
        }
    }

    [Fact]
    public void Nothing_of_a_stage_that_failed_is_left()
    {
        var builder = new DocumentBuilder("Rain fell");
        Fail(() => builder.AddBlocks(sink =>
        {
            sink.Add(new TextSpan(0, 4), BlockKind.Headline);
            sink.SetByline(new Byline(["Tam Howe"]));
            throw new TimeoutException();
        }));
        builder.AddBlocks(sink => sink.Add(new TextSpan(0, 9), BlockKind.Paragraph));
        builder.AddTokens([new TextSpan(0, 4), new TextSpan(5, 4)]);
        Fail(() => builder.AddSentences(sink =>
        {
            sink.Add(0, 1);
            throw new TimeoutException();
        }));
        builder.AddSentences(sink => sink.Add(0, 2));
        Fail(() => builder.AddEntityMentions(sink =>
        {
            sink.Add(0, 1, EntityLabel.Money, 1, new MoneyValue(5, "USD"));
            throw new TimeoutException();
        }));
        builder.AddEntityMentions(sink => sink.Add(0, 1, EntityLabel.Person));
        Fail(() => builder.AddQuotes(sink =>
        {
            sink.Add(QuoteKind.Direct, [new TextSpan(0, 4)], [], null);
            throw new TimeoutException();
        }));
        builder.AddQuotes(sink => sink.Add(QuoteKind.Indirect, [new TextSpan(5, 4)], [], null));
        Fail(() => builder.AddCoreference(sink =>
        {
            sink.AddMention(sink.AddEntity("Rain"), builder.Document.EntityMentions[0]);
            sink.AddSpeaker(builder.Document.Quotes[0], 0);
            throw new TimeoutException();
        }));
        builder.AddCoreference(sink =>
        {
            sink.AddMention(sink.AddEntity("Rainer"), builder.Document.EntityMentions[0]);
            sink.AddSpeaker(builder.Document.Quotes[0], 0);
        });
        var document = builder.Build();

        Assert.Equal(BlockKind.Paragraph, Assert.Single(document.Blocks).Kind);
        Assert.Null(document.Byline);
        Assert.Equal(2, Assert.Single(document.Sentences).TokenCount);
        Assert.Equal((EntityLabel.Person, null), (Assert.Single(document.EntityMentions).Label, document.EntityMentions[0].Value));
        Assert.Equal("fell", Assert.Single(document.Quotes).Text);
        Assert.Equal("Rainer", Assert.Single(document.Entities).CanonicalName);
        Assert.Equal("Rainer", Assert.Single(document.Quotes[0].Speakers).CanonicalName);
    }

    /// <summary>Values are kept for the mentions that have one, however many have none before them.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(30)]
    public void A_value_may_come_late(int before)
    {
        var document = TestDocuments.WithTokens(string.Join(' ', Enumerable.Repeat("Rain", 40))).AddEntityMentions(sink =>
        {
            for (int i = 0; i < 40; i++) sink.Add(i, 1, EntityLabel.Money, 1, i >= before && i % 2 == 0 ? new MoneyValue(i, "USD") : null);
        }).Build();

        Assert.Equal(
            Enumerable.Range(0, 40).Select(i => i >= before && i % 2 == 0 ? new MoneyValue(i, "USD") : null),
            document.EntityMentions.Select(mention => mention.Value));
    }

    /// <summary>Each way to write looks now and then whether anybody still waits.</summary>
    [Fact]
    public void Every_addition_counts_towards_the_next_look_at_the_caller()
    {
        const int Enough = 1000;
        var byline = new Byline(["Tam Howe"]);
        AssertStops(builder => builder.AddBlocks(sink => Repeat(() => sink.SetByline(byline))), tokens: false);
        AssertStops(builder => builder.AddBlocks(sink => Repeat(() => sink.SetDateline(new Dateline("OSLO")))), tokens: false);
        AssertStops(builder => builder.AddBlocks(sink =>
        {
            for (int i = 0; i < Enough; i++) sink.Add(new TextSpan(2 * i, 1), BlockKind.Paragraph);
        }), tokens: false);
        AssertStops(builder => builder.AddEntityMentions(sink =>
        {
            for (int i = 0; i < Enough; i++) sink.Add(i, 1, EntityLabel.Person);
        }));
        AssertStops(builder => builder.AddQuotes(sink => Repeat(() => sink.Add(QuoteKind.Direct, [new TextSpan(0, 1)], [], null))));
        AssertStops(builder => builder.AddCoreference(sink => Repeat(() => sink.AddEntity("a"))));
        AssertStops(builder => builder.AddCoreference(sink =>
        {
            sink.AddEntity("a");
            Repeat(() => sink.AddMention(0, new TextSpan(0, 1), MentionKind.Name));
        }));
        AssertStops(builder => builder.AddCoreference(sink =>
        {
            sink.AddEntity("a");
            sink.AddEntity("b");
            Repeat(() => sink.SetSpeaksFor(0, 1));
        }));
        AssertStops(builder => builder.AddEntityMentions(sink =>
        {
            for (int i = 0; i < 200; i++) sink.Add(i, 1, EntityLabel.Person);
        }).AddCoreference(sink =>
        {
            sink.AddEntity("a");
            for (int i = 0; i < 200; i++)
            {
                sink.AddMention(0, builder.Document.EntityMentions[i]);
                sink.AddEntity("b");
            }
        }));
        AssertStops(builder => builder.AddQuotes(sink => sink.Add(QuoteKind.Direct, [new TextSpan(0, 1)], [], null)).AddCoreference(sink =>
        {
            sink.AddEntity("a");
            Repeat(() => sink.AddSpeaker(builder.Document.Quotes[0], 0));
        }));

        static void Repeat(Action write)
        {
            for (int i = 0; i < Enough; i++) write();
        }

        void AssertStops(Action<DocumentBuilder> write, bool tokens = true)
        {
            var text = string.Concat(Enumerable.Repeat("a ", Enough));
            var builder = new DocumentBuilder("");
            using var source = new CancellationTokenSource();
            builder.Reset(text, default, source.Token);
            if (tokens) builder.AddTokens(TestDocuments.Words(text));
            source.Cancel();
            Assert.Throws<OperationCanceledException>(() => write(builder));
        }
    }

    private static void Fail(Action stage) => Assert.Throws<TimeoutException>(stage);
}
