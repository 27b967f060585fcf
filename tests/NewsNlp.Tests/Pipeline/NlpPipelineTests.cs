using NewsNlp.Documents;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Pipeline;

public class NlpPipelineTests
{
    private const string Article = "Okoro said rain fell\n\nAhn met Okoro";

    [Fact]
    public void Every_stage_adds_its_layer()
    {
        var pipeline = TestStages.Builder().Build();

        var document = pipeline.Process(Article);

        Assert.Equal(
            [Layer.Blocks, Layer.Tokens, Layer.Sentences, Layer.PartOfSpeech, Layer.EntityMentions, Layer.Quotes, Layer.Coreference],
            pipeline.Layers);
        Assert.All(pipeline.Layers, layer => Assert.True(document.Has(layer)));
        Assert.Equal(["Okoro said rain fell", "Ahn met Okoro"], document.Sentences.Select(sentence => sentence.Text));
        Assert.Equal(Upos.PROPN, document.Tokens[0].PartOfSpeech);
        var quote = Assert.Single(document.Quotes);
        Assert.Equal(("Okoro", "said", "rain fell"), (quote.Speaker?.CanonicalName, quote.CueText, quote.Text));
        Assert.Equal(2, quote.Speaker!.Value.Mentions.Count);
    }

    [Fact]
    public void The_text_is_the_callers_own_string_and_metadata_travels()
    {
        var text = new string(Article.AsSpan());
        var metadata = new DocumentMetadata("a1", new DateOnly(2025, 3, 9));

        var document = TestStages.Builder().Build().Process(text, metadata);

        Assert.Same(text, document.Text);
        Assert.Equal(metadata, document.Metadata);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n ")]
    public void A_text_without_words_has_layers_without_content(string text)
    {
        var document = TestStages.Builder().Build().Process(text);

        Assert.True(document.Has(Layer.Coreference));
        Assert.Empty(document.Blocks);
        Assert.Empty(document.Tokens);
        Assert.Empty(document.Sentences);
    }

    [Fact]
    public void A_null_text_is_refused() =>
        Assert.Throws<ArgumentNullException>(() => TestStages.Builder().Build().Process(null!));

    [Fact]
    public void A_text_over_the_limit_is_refused_with_its_length_the_limit_and_the_remedy()
    {
        var pipeline = TestStages.Builder().LimitTextLength(10).Build();

        var refusal = Assert.Throws<ArgumentException>(() => pipeline.Process("Rain fell on"));

        Assert.StartsWith(
            "The text has 12 UTF-16 code units and the limit is 10; split it, or raise NewsNlpOptions.MaxTextLength.",
            refusal.Message,
            StringComparison.Ordinal);
        Assert.Equal("text", refusal.ParamName);
        Assert.Equal(10, pipeline.MaxTextLength);
        Assert.Equal(2, pipeline.Process("Rain fell!").Tokens.Count);
    }

    [Fact]
    public void The_limit_is_100_million_unless_told_otherwise() =>
        Assert.Equal(100_000_000, TestStages.Builder().Build().MaxTextLength);

    [Fact]
    public void A_stages_exception_is_wrapped_once_with_the_stages_name()
    {
        var cause = new FormatException("no such thing");
        var pipeline = TestStages.Builder().UseTokenizer(new WordTokenizer(_ => throw cause)).Build();

        var failure = Assert.Throws<StageException>(() => pipeline.Process(Article));

        Assert.Equal("The stage 'WordTokenizer' failed: no such thing", failure.Message);
        Assert.Equal("WordTokenizer", failure.StageName);
        Assert.Same(cause, failure.InnerException);
    }

    [Fact]
    public void A_stage_that_breaks_a_rule_of_its_sink_is_named()
    {
        var key = new AnnotationKey<string>("mood");
        var pipeline = TestStages.Builder().AddAnnotator(new TestAnnotator<string>(key, _ => null!)).Build();

        var failure = Assert.Throws<StageException>(() => pipeline.Process(Article));

        Assert.StartsWith("TestAnnotator", failure.StageName, StringComparison.Ordinal);
        Assert.IsType<ArgumentNullException>(failure.InnerException);
    }

    [Fact]
    public void A_pipeline_works_on_after_a_stage_failed()
    {
        var broken = true;
        var pipeline = TestStages.Builder()
            .UseTokenizer(new WordTokenizer(_ =>
            {
                if (broken)
                {
                    throw new FormatException();
                }
            }))
            .Build();

        Assert.Throws<StageException>(() => pipeline.Process("Rain fell and fell"));
        broken = false;

        Assert.Equal(["Ahn", "met", "Okoro"], pipeline.Process("Ahn met Okoro").Tokens.Select(token => token.Text));
    }

    [Fact]
    public void A_call_inside_a_stage_is_a_call_like_any_other()
    {
        var inner = TestStages.Builder().Build();
        var key = new AnnotationKey<Document>("inner");
        NlpPipeline? self = null;
        var pipeline = TestStages.Builder()
            .AddAnnotator(new TestAnnotator<Document>(key, d => d.Text.Length > 5 ? self!.Process("Ahn") : inner.Process("Okoro")))
            .Build();
        self = pipeline;

        var document = pipeline.Process(Article);

        Assert.Equal("Ahn", document.Get(key).Text);
        Assert.Equal("Okoro", document.Get(key).Get(key).Text);
        Assert.Equal(7, document.Tokens.Count);
    }

    [Fact]
    public void A_cancelled_call_throws_and_is_not_wrapped()
    {
        var pipeline = TestStages.Builder().Build();

        var cancelled = Assert.Throws<OperationCanceledException>(
            () => pipeline.Process(Article, cancellationToken: new CancellationToken(canceled: true)));

        Assert.True(cancelled.CancellationToken.IsCancellationRequested);
    }

    [Fact]
    public void Cancelling_while_a_stage_runs_ends_the_call_unwrapped()
    {
        using var cancellation = new CancellationTokenSource();
        var tagged = 0;
        var key = new AnnotationKey<int>("count");
        var pipeline = TestStages.Builder()
            .UseTokenizer(new WordTokenizer(_ => cancellation.Cancel()))
            .AddAnnotator(new TestAnnotator<int>(key, _ => tagged++))
            .Build();

        Assert.Throws<OperationCanceledException>(() => pipeline.Process(Article, cancellationToken: cancellation.Token));
        Assert.Equal(0, tagged);
    }

    [Fact]
    public void A_stage_of_ones_own_that_gives_up_by_cancellation_is_not_wrapped()
    {
        var pipeline = TestStages.Builder().UseTokenizer(new WordTokenizer(_ => throw new TaskCanceledException())).Build();

        Assert.Throws<TaskCanceledException>(() => pipeline.Process(Article));
    }

    [Fact]
    public void An_idle_pipeline_keeps_no_text_alive()
    {
        var pipeline = TestStages.Builder().Build();
        var weak = ProcessAndForget(pipeline);

        for (var i = 0; i < 10 && weak.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(weak.IsAlive);
        GC.KeepAlive(pipeline);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference ProcessAndForget(NlpPipeline pipeline)
        {
            var text = new string("Okoro met Ahn".AsSpan());
            Assert.Equal(3, pipeline.Process(text).Tokens.Count);
            return new WeakReference(text);
        }
    }
}
