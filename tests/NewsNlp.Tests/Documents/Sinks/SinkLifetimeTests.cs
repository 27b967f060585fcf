using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Documents.Sinks;

/// <summary>A sink is open while its stage is being called, and stops a stage whose caller has lost interest.</summary>
public class SinkLifetimeTests
{
    private const string Message = "The sink is closed: a stage may write to it only while it is being called.";
    private static readonly AnnotationKey<string> Mood = new("mood");

    [Fact]
    public void A_sink_that_was_kept_refuses_to_write()
    {
        BlockSink? blocks = null;
        SentenceSink? sentences = null;
        EntityMentionSink? mentions = null;
        QuoteSink? quotes = null;
        CoreferenceSink? coreference = null;
        AnnotationSink? annotations = null;
        var document = new DocumentBuilder("Rain")
            .AddBlocks(sink => (blocks = sink).Add(new TextSpan(0, 4), BlockKind.Paragraph))
            .AddTokens([new TextSpan(0, 4)])
            .AddSentences(sink => sentences = sink)
            .AddEntityMentions(sink => mentions = sink)
            .AddQuotes(sink => quotes = sink)
            .AddCoreference(sink => coreference = sink)
            .AddAnnotations([], sink => annotations = sink)
            .Build();

        AssertClosed(() => blocks!.Add(new TextSpan(0, 4), BlockKind.Paragraph));
        AssertClosed(() => sentences!.Add(0, 1));
        AssertClosed(() => mentions!.Add(0, 1, EntityLabel.Person));
        AssertClosed(() => quotes!.Add(QuoteKind.Direct, [new TextSpan(0, 4)], [], null));
        AssertClosed(() => coreference!.AddEntity("Rain"));
        AssertClosed(() => annotations!.Set(Mood, "grey"));
        Assert.Empty(document.Sentences);
    }

    [Fact]
    public void A_cancelled_caller_stops_a_stage_that_keeps_adding()
    {
        var text = string.Concat(Enumerable.Repeat("a ", 5000));
        using var cancellation = new CancellationTokenSource();
        var builder = new DocumentBuilder("");
        builder.Reset(text, default, cancellation.Token);
        builder.AddTokens(TestDocuments.Words(text));
        var added = 0;

        Assert.Throws<OperationCanceledException>(() => builder.AddSentences(sink =>
        {
            Assert.Equal(cancellation.Token, sink.CancellationToken);
            cancellation.Cancel();
            for (; added < 5000; added++)
            {
                sink.Add(added, 1);
            }
        }));

        Assert.InRange(added, 1, 300);
    }

    private static void AssertClosed(Action write) => Assert.Equal(Message, Assert.Throws<InvalidOperationException>(write).Message);
}
