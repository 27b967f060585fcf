using NewsNlp.Documents;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Documents;

public class DocumentBuilderTests
{
    private static readonly AnnotationKey<string> Mood = new("mood");

    public static TheoryData<Layer> LayersOnTokens =>
        [Layer.Sentences, Layer.PartOfSpeech, Layer.Lemmas, Layer.EntityMentions, Layer.Quotes, Layer.Coreference];

    public static TheoryData<Layer> AllLayers => [.. Enum.GetValues<Layer>()];

    [Fact]
    public void A_builder_needs_a_text() => Assert.Throws<ArgumentNullException>(() => new DocumentBuilder(null!));

    [Fact]
    public void A_step_without_an_action_is_refused()
    {
        var builder = TestDocuments.WithTokens("Rain fell");

        Assert.Throws<ArgumentNullException>(() => new DocumentBuilder("Rain").AddBlocks(null!));
        Assert.Throws<ArgumentNullException>(() => builder.AddSentences(null!));
        Assert.Throws<ArgumentNullException>(() => builder.AddEntityMentions(null!));
        Assert.Throws<ArgumentNullException>(() => builder.AddQuotes(null!));
        Assert.Throws<ArgumentNullException>(() => builder.AddCoreference(null!));
    }

    [Theory]
    [MemberData(nameof(LayersOnTokens))]
    public void A_layer_over_tokens_waits_for_them(Layer layer)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Add(new DocumentBuilder("Rain fell"), layer));

        Assert.Equal($"{layer} stand on Tokens, which the document does not have yet.", refusal.Message);
    }

    [Theory]
    [MemberData(nameof(AllLayers))]
    public void A_layer_is_written_once(Layer layer)
    {
        var builder = new DocumentBuilder("Rain fell");
        if (layer > Layer.Tokens)
        {
            Add(builder, Layer.Tokens);
        }

        Add(builder, layer);

        var refusal = Assert.Throws<InvalidOperationException>(() => Add(builder, layer));
        Assert.Equal($"The document has a {layer} layer already; a layer is written once.", refusal.Message);
    }

    [Fact]
    public void Blocks_come_before_tokens()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Add(TestDocuments.WithTokens("Rain fell"), Layer.Blocks));

        Assert.Equal("Blocks come before tokens, since no token may lie in two of them.", refusal.Message);
    }

    [Theory]
    [InlineData(Layer.EntityMentions)]
    [InlineData(Layer.Quotes)]
    public void What_coreference_refers_to_comes_before_it(Layer layer)
    {
        var builder = TestDocuments.WithTokens("Rain fell").AddCoreference(_ => { });

        var refusal = Assert.Throws<InvalidOperationException>(() => Add(builder, layer));
        Assert.Equal($"{layer} come before coreference, which refers to them.", refusal.Message);
    }

    [Fact]
    public void The_other_layers_come_in_any_order()
    {
        var document = TestDocuments.WithTokens("Rain fell")
            .AddQuotes(_ => { })
            .AddLemmas(["rain", "fall"])
            .AddEntityMentions(_ => { })
            .AddCoreference(_ => { })
            .AddPartOfSpeech([Upos.NOUN, Upos.VERB])
            .AddSentences(sink => sink.Add(0, 2))
            .Build();

        Assert.Equal("fall", document.Tokens[1].Lemma);
        Assert.Equal(Upos.VERB, document.Tokens[1].PartOfSpeech);
        Assert.Equal("Rain fell", document.Sentences[0].Text);
    }

    [Fact]
    public void A_document_taken_early_does_not_change()
    {
        var builder = TestDocuments.WithTokens("Rain fell");
        var early = builder.Document;

        builder.AddSentences(sink => sink.Add(0, 2)).Add(Mood, "grey");

        Assert.False(early.Has(Layer.Sentences));
        Assert.False(early.Has(Mood));
        Assert.True(builder.Document.Has(Layer.Sentences));
        Assert.Same(builder.Document, builder.Build());
    }

    [Fact]
    public void What_the_caller_handed_over_is_copied()
    {
        TextSpan[] spans = [new(0, 4), new(5, 4)];
        TokenKind[] kinds = [TokenKind.Word, TokenKind.Symbol];
        Upos[] tags = [Upos.NOUN, Upos.VERB];
        string[] lemmas = ["rain", "fall"];
        var document = new DocumentBuilder("Rain fell").AddTokens(spans, kinds).AddPartOfSpeech(tags).AddLemmas(lemmas).Build();

        (spans[0], kinds[1], tags[1], lemmas[1]) = (default, TokenKind.Url, Upos.ADJ, "changed");

        Assert.Equal(new TextSpan(0, 4), document.Tokens[0].Span);
        Assert.Equal(TokenKind.Symbol, document.Tokens[1].Kind);
        Assert.Equal(Upos.VERB, document.Tokens[1].PartOfSpeech);
        Assert.Equal("fall", document.Tokens[1].Lemma);
    }

    [Fact]
    public void A_failed_layer_can_be_written_anew()
    {
        var builder = TestDocuments.WithTokens("Rain fell");

        Assert.Throws<ArgumentException>(() => builder.AddSentences(sink =>
        {
            sink.Add(0, 2);
            sink.Add(1, 1);
        }));
        builder.AddSentences(sink => sink.Add(1, 1));

        Assert.Equal("fell", Assert.Single(builder.Document.Sentences).Text);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(8, 2)]
    [InlineData(9, 1)]
    [InlineData(9, 0)]
    [InlineData(int.MaxValue - 1, 1)]
    public void A_token_outside_the_text_or_empty_is_refused(int start, int length)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new DocumentBuilder("Rain fell").AddTokens([new(start, length)]));

        Assert.StartsWith($"Token 0 at {start}, {length} long, is empty, begins before 0", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_that_overlap_or_go_back_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new DocumentBuilder("Rain fell").AddTokens([new(0, 4), new(3, 2)]));
        Assert.Throws<ArgumentException>(() => new DocumentBuilder("Rain fell").AddTokens([new(5, 4), new(0, 4)]));
    }

    [Fact]
    public void A_token_may_not_lie_in_two_blocks()
    {
        var builder = new DocumentBuilder("RainFell").AddBlocks(sink =>
        {
            sink.Add(new TextSpan(0, 4), BlockKind.Headline);
            sink.Add(new TextSpan(4, 4), BlockKind.Paragraph);
        });

        var refusal = Assert.Throws<ArgumentException>(() => builder.AddTokens([new(0, 8)]));
        Assert.Equal("Token 0 at [0, 8) does not lie in one block.", refusal.Message);
        builder.AddTokens([new(0, 4), new(4, 4)]);
    }

    [Fact]
    public void There_is_one_kind_tag_and_lemma_for_each_token()
    {
        var builder = TestDocuments.WithTokens("Rain fell");

        Assert.Contains("2 spans but 1 kinds", Assert.Throws<ArgumentException>(
            () => new DocumentBuilder("Rain fell").AddTokens([new(0, 4), new(5, 4)], [TokenKind.Word])).Message, StringComparison.Ordinal);
        Assert.Contains("The document has 2 tokens, but 1 values were given.", Assert.Throws<ArgumentException>(
            () => builder.AddPartOfSpeech([Upos.NOUN])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => builder.AddLemmas(["rain", "fall", "."]));
        Assert.Throws<ArgumentNullException>(() => builder.AddLemmas(["rain", null!]));
    }

    [Fact]
    public void An_own_annotation_is_written_once()
    {
        var builder = new DocumentBuilder("Rain").Add(Mood, "grey");

        var refusal = Assert.Throws<ArgumentException>(() => builder.Add(Mood, "bright"));
        Assert.StartsWith("The document has an annotation 'mood' already; a layer is written once.", refusal.Message, StringComparison.Ordinal);
    }

    private static void Add(DocumentBuilder builder, Layer layer)
    {
        switch (layer)
        {
            case Layer.Blocks:
                builder.AddBlocks(sink => sink.Add(new TextSpan(0, 9), BlockKind.Paragraph));
                break;
            case Layer.Tokens:
                builder.AddTokens([new(0, 4), new(5, 4)]);
                break;
            case Layer.Sentences:
                builder.AddSentences(sink => sink.Add(0, 2));
                break;
            case Layer.PartOfSpeech:
                builder.AddPartOfSpeech([Upos.NOUN, Upos.VERB]);
                break;
            case Layer.Lemmas:
                builder.AddLemmas(["rain", "fall"]);
                break;
            case Layer.EntityMentions:
                builder.AddEntityMentions(_ => { });
                break;
            case Layer.Quotes:
                builder.AddQuotes(_ => { });
                break;
            case Layer.Coreference:
                builder.AddCoreference(_ => { });
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(layer), layer, null);
        }
    }
}
