using NewsNlp.Documents;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Pipeline;

public class CompleteTests
{
    private const string Text = "Okoro said boats sail\n\nReyl said nothing";

    private static readonly AnnotationKey<string> Key = new("words");

    [Fact]
    public void A_document_without_layers_gets_them_all()
    {
        var pipeline = TestStages.Builder().Build();

        var document = pipeline.Complete(new DocumentBuilder(Text, new DocumentMetadata("a")).Build());

        Assert.Equal(DocumentDump.Of(pipeline.Process(Text, new DocumentMetadata("a"))), DocumentDump.Of(document));
        Assert.Equal("a", document.Id);
    }

    [Fact]
    public void What_a_document_holds_is_kept_and_stood_upon()
    {
        var given = TestDocuments.WithTokens(Text)
            .AddSentences(sink => sink.Add(0, 4))
            .AddEntityMentions(sink => sink.Add(0, 1, EntityLabel.Organization))
            .Add(Key, "given")
            .Build();
        var pipeline = TestStages.Builder().AddAnnotator(new TestAnnotator<string>(Key, _ => "new")).Build();

        var document = pipeline.Complete(given);

        Assert.Same(given.Text, document.Text);
        Assert.Single(document.Sentences);
        Assert.Equal("given", document.Get(Key));
        Assert.Equal(EntityLabel.Organization, Assert.Single(document.EntityMentions).Label);
        Assert.Equal("Okoro", Assert.Single(document.Quotes).Speaker?.CanonicalName);
        Assert.Equal(Upos.PROPN, document.Tokens[0].PartOfSpeech);
        Assert.False(document.Has(Layer.Blocks));
        Assert.False(given.Has(Layer.Quotes));
    }

    [Fact]
    public void What_cannot_be_added_any_more_stays_absent()
    {
        var given = TestDocuments.WithTokens(Text).AddSentences(sink => sink.Add(0, 4)).AddCoreference(_ => { }).Build();

        var document = TestStages.Builder().Build().Complete(given);

        Assert.False(document.Has(Layer.Blocks));
        Assert.False(document.Has(Layer.EntityMentions));
        Assert.False(document.Has(Layer.Quotes));
        Assert.True(document.Has(Layer.PartOfSpeech));
    }

    [Fact]
    public void A_stage_that_needs_a_layer_which_cannot_be_added_is_named()
    {
        var annotator = new TestAnnotator<string>(Key, _ => "") { Requires = [Layer.Blocks] };
        var pipeline = TestStages.Builder().AddAnnotator(annotator).Build();

        var exception = Assert.Throws<InvalidOperationException>(() => pipeline.Complete(TestDocuments.WithTokens(Text).Build()));

        Assert.Contains("needs Blocks", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipelines_own_document_is_complete()
    {
        var document = NlpPipeline.CreateDefault().Process(Text);

        Assert.Equal(DocumentDump.Of(document), DocumentDump.Of(NlpPipeline.CreateDefault().Complete(document)));
    }

    [Fact]
    public void Null_long_texts_and_cancellation_end_it()
    {
        var pipeline = TestStages.Builder().LimitTextLength(5).Build();
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<ArgumentNullException>(() => pipeline.Complete(null!));
        Assert.Throws<ArgumentException>(() => pipeline.Complete(new DocumentBuilder("123456").Build()));
        Assert.ThrowsAny<OperationCanceledException>(() => pipeline.Complete(new DocumentBuilder("12345").Build(), source.Token));
    }
}
