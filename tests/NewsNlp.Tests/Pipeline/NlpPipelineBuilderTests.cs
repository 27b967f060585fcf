using NewsNlp.Documents;
using NewsNlp.Tests.Support;
using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Pipeline;

public class NlpPipelineBuilderTests
{
    private static readonly AnnotationKey<int> Words = new("words");
    private static readonly AnnotationKey<int> Twice = new("twice");

    [Fact]
    public void All_gaps_are_reported_at_once()
    {
        var builder = new NlpPipelineBuilder()
            .UseSentenceSplitter(new BlockSentenceSplitter())
            .UseCoreferenceResolver(new SameNameResolver())
            .AddAnnotator(new TestAnnotator<int>(Twice, d => 0) { Requires = [Layer.Lemmas], RequiresAnnotations = [Words] });

        var refusal = Assert.Throws<InvalidOperationException>(builder.Build);

        Assert.StartsWith("The pipeline cannot be built. ", refusal.Message, StringComparison.Ordinal);
        string[] gaps =
        [
            "BlockSentenceSplitter needs Tokens: add a tokenizer, or leave BlockSentenceSplitter out.",
            "SameNameResolver needs Tokens: add a tokenizer,",
            "SameNameResolver needs EntityMentions: add an entity recognizer,",
            "SameNameResolver needs Quotes: add a quote attributor,",
            "needs Lemmas: add a part-of-speech tagger and lemmas,",
            "needs the annotation 'words': add the annotator that writes it before this one.",
        ];
        Assert.All(gaps, gap => Assert.Contains(gap, refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_layer_that_is_left_out_is_a_gap_for_what_stands_on_it()
    {
        var builder = TestStages.Builder().Without(Layer.Quotes);

        var refusal = Assert.Throws<InvalidOperationException>(builder.Build);
        Assert.Equal(
            "The pipeline cannot be built. SameNameResolver needs Quotes: add a quote attributor, or leave SameNameResolver out.",
            refusal.Message);

        var document = builder.Without(Layer.Coreference).Build().Process("Okoro said rain fell");
        Assert.False(document.Has(Layer.Quotes));
        Assert.False(document.Has(Layer.Coreference));
        Assert.True(document.Has(Layer.EntityMentions));
    }

    [Fact]
    public void The_order_of_the_calls_does_not_matter()
    {
        var forwards = TestStages.Builder().Build();
        var backwards = new NlpPipelineBuilder()
            .UseCoreferenceResolver(new SameNameResolver())
            .UseQuoteAttributor(new SaidAttributor())
            .UseEntityRecognizer(new CapitalRecognizer())
            .UsePartOfSpeechTagger(new CapitalTagger())
            .UseSentenceSplitter(new BlockSentenceSplitter())
            .UseTokenizer(new WordTokenizer())
            .UseBlockDetector(new LineBlockDetector())
            .Build();

        Assert.Equal(forwards.Layers, backwards.Layers);
        const string text = "Okoro said rain fell\nAhn met Okoro";
        Assert.Equal(DocumentDump.Of(forwards.Process(text)), DocumentDump.Of(backwards.Process(text)));
    }

    [Fact]
    public void The_last_stage_of_a_kind_wins()
    {
        var calls = new List<string>();
        var pipeline = TestStages.Builder()
            .UseTokenizer(new WordTokenizer(_ => calls.Add("first")))
            .UseTokenizer(new WordTokenizer(_ => calls.Add("second")))
            .Build();

        pipeline.Process("Rain");

        Assert.Equal(["second"], calls);
    }

    [Fact]
    public void Annotators_run_in_their_order_and_see_what_came_before()
    {
        var pipeline = TestStages.Builder()
            .AddAnnotator(new TestAnnotator<int>(Words, d => d.Tokens.Count) { Requires = [Layer.Tokens] })
            .AddAnnotator(new TestAnnotator<int>(Twice, d => 2 * d.Get(Words)) { RequiresAnnotations = [Words] })
            .Build();

        var document = pipeline.Process("Okoro met Ahn");

        Assert.Equal((3, 6), (document.Get(Words), document.Get(Twice)));
    }

    [Fact]
    public void Annotators_in_the_wrong_order_are_a_gap()
    {
        var builder = TestStages.Builder()
            .AddAnnotator(new TestAnnotator<int>(Twice, d => 0) { RequiresAnnotations = [Words] })
            .AddAnnotator(new TestAnnotator<int>(Words, d => 0));

        Assert.Contains("needs the annotation 'words'", Assert.Throws<InvalidOperationException>(builder.Build).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_annotators_may_not_write_the_same()
    {
        var builder = TestStages.Builder()
            .AddAnnotator(new TestAnnotator<int>(Words, d => 0))
            .AddAnnotator(new TestAnnotator<int>(Words, d => 1));

        Assert.Contains(
            "writes the annotation 'words', which another annotator writes already.",
            Assert.Throws<InvalidOperationException>(builder.Build).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_built_does_not_change_with_its_builder()
    {
        var builder = TestStages.Builder();
        var first = builder.Build();

        builder.Without(Layer.Coreference).LimitTextLength(1).AddAnnotator(new TestAnnotator<int>(Words, d => 0));
        var second = builder.Build();

        Assert.Contains(Layer.Coreference, first.Layers);
        Assert.DoesNotContain(Layer.Coreference, second.Layers);
        Assert.False(first.Process("Rain fell").Has(Words));
        Assert.True(second.Process("R").Has(Words));
    }

    [Fact]
    public void Nothing_is_null()
    {
        var builder = new NlpPipelineBuilder();

        Assert.Throws<ArgumentNullException>(() => builder.UseBlockDetector(null!));
        Assert.Throws<ArgumentNullException>(() => builder.UseTokenizer(null!));
        Assert.Throws<ArgumentNullException>(() => builder.UseSentenceSplitter(null!));
        Assert.Throws<ArgumentNullException>(() => builder.UsePartOfSpeechTagger(null!));
        Assert.Throws<ArgumentNullException>(() => builder.UseEntityRecognizer(null!));
        Assert.Throws<ArgumentNullException>(() => builder.UseQuoteAttributor(null!));
        Assert.Throws<ArgumentNullException>(() => builder.UseCoreferenceResolver(null!));
        Assert.Throws<ArgumentNullException>(() => builder.AddAnnotator(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.LimitTextLength(0));
    }

    [Fact]
    public void A_pipeline_of_nothing_gives_a_document_of_nothing()
    {
        var document = new NlpPipelineBuilder().Build().Process("Rain fell");

        Assert.Equal("Rain fell", document.Text);
        Assert.All(Enum.GetValues<Layer>(), layer => Assert.False(document.Has(layer)));
    }

    [Fact]
    public void Options_that_are_wrong_are_refused_with_every_problem()
    {
        var options = new NewsNlpOptions { MaxTextLength = 0, ModelPath = "no-such-file.nnlp", Tokenizer = null! };

        var refusal = Assert.Throws<ArgumentException>(() => NlpPipelineBuilder.CreateDefault(options));

        Assert.Contains("MaxTextLength is 0; it must be at least 1.", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("ModelPath names 'no-such-file.nnlp', where there is no file", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Tokenizer is null; leave it out for the defaults.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_reach_the_built_in_stages()
    {
        var options = new NewsNlpOptions { MaxTextLength = 50 };
        options.Tokenizer.HyphenatedCompounds = TokenSplitting.Keep;

        var pipeline = NlpPipelineBuilder.CreateDefault(options).Build();

        Assert.Equal(50, pipeline.MaxTextLength);
        Assert.Contains("snow-capped", pipeline.Process("A snow-capped hill").Tokens.Select(token => token.Text));
        Assert.DoesNotContain("snow-capped", NlpPipeline.CreateDefault().Process("A snow-capped hill").Tokens.Select(token => token.Text));
    }
}
