using NewsNlp.Documents;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Documents;

public class DocumentTests
{
    private static readonly AnnotationKey<string> Mood = new("mood");

    [Fact]
    public void The_text_is_the_callers_own_string()
    {
        var text = new string("A day of rain.".AsSpan());

        var document = new DocumentBuilder(text).Build();

        Assert.Same(text, document.Text);
        Assert.Same(text, document.ToString());
    }

    [Fact]
    public void Metadata_travels_with_the_document()
    {
        var metadata = new DocumentMetadata("a1", new DateOnly(2024, 5, 17));

        var document = new DocumentBuilder("A day of rain.", metadata).AddTokens([new(0, 1)]).Build();

        Assert.Equal(metadata, document.Metadata);
        Assert.Equal("a1", document.Id);
        Assert.Null(new DocumentBuilder("").Build().Id);
    }

    [Theory]
    [InlineData(Layer.Blocks, "a block detector")]
    [InlineData(Layer.Tokens, "a tokenizer")]
    [InlineData(Layer.Sentences, "a sentence splitter")]
    [InlineData(Layer.PartOfSpeech, "a part-of-speech tagger")]
    [InlineData(Layer.Lemmas, "a part-of-speech tagger and lemmas")]
    [InlineData(Layer.EntityMentions, "an entity recognizer")]
    [InlineData(Layer.Quotes, "a quote attributor")]
    [InlineData(Layer.Coreference, "a coreference resolver")]
    public void Reading_an_absent_layer_names_the_layer_and_the_stage_to_add(Layer layer, string remedy)
    {
        var document = layer is Layer.PartOfSpeech or Layer.Lemmas
            ? TestDocuments.WithTokens("Rain fell").Build()
            : new DocumentBuilder("Rain fell").Build();

        Assert.False(document.Has(layer));
        var refusal = Assert.Throws<InvalidOperationException>(() => Read(document, layer));
        Assert.Equal($"The document has no {layer} layer; build the pipeline with {remedy}.", refusal.Message);
    }

    [Fact]
    public void Entities_and_mentions_are_absent_together()
    {
        var document = TestDocuments.WithTokens("Rain fell").Build();

        Assert.Throws<InvalidOperationException>(() => document.Entities.Count);
        Assert.Throws<InvalidOperationException>(() => document.Mentions.Count);
    }

    [Fact]
    public void A_layer_that_found_nothing_is_there_and_empty()
    {
        var document = new DocumentBuilder("")
            .AddBlocks(_ => { })
            .AddTokens([])
            .AddSentences(_ => { })
            .AddPartOfSpeech([])
            .AddLemmas([])
            .AddEntityMentions(_ => { })
            .AddQuotes(_ => { })
            .AddCoreference(_ => { })
            .Build();

        Assert.All(Enum.GetValues<Layer>(), layer => Assert.True(document.Has(layer)));
        Assert.Empty(document.Blocks);
        Assert.Empty(document.Tokens);
        Assert.Empty(document.Sentences);
        Assert.Empty(document.EntityMentions);
        Assert.Empty(document.Quotes);
        Assert.Empty(document.Entities);
        Assert.Empty(document.Mentions);
    }

    [Fact]
    public void A_layer_that_does_not_exist_is_absent() =>
        Assert.False(TestDocuments.WithTokens("Rain").Build().Has((Layer)200));

    [Fact]
    public void Without_coreference_nobody_speaks_and_names_have_no_entity()
    {
        var builder = TestDocuments.WithTokens("Rain fell , Ines said");
        var spans = TestDocuments.Words(builder.Document.Text);
        var document = builder
            .AddEntityMentions(sink => sink.Add(3, 1, EntityLabel.Person))
            .AddQuotes(sink => sink.Add(QuoteKind.Indirect, [TextSpan.FromBounds(0, 9)], [spans[3]], spans[4]))
            .Build();

        Assert.Null(document.EntityMentions[0].Entity);
        Assert.Null(document.Quotes[0].Speaker);
        Assert.Empty(document.Quotes[0].Speakers);
    }

    [Fact]
    public void A_quote_reads_as_its_words()
    {
        var builder = TestDocuments.WithTokens("“ We will , ” Ines Okoro said , “ and soon . ”");
        TextSpan Words(string words) => builder.Document.SpanOf(words);
        var quote = builder
            .AddQuotes(sink => sink.Add(
                QuoteKind.Direct,
                [Words("“ We will , ”"), Words("“ and soon . ”")],
                [Words("Ines Okoro")],
                Words("said"),
                0.75f,
                QuoteAct.Attitude,
                QuoteModality.Hypothetical))
            .Build().Quotes[0];

        Assert.Equal("“ We will , ” “ and soon . ”", quote.Text);
        Assert.Equal(quote.Text, quote.ToString());
        Assert.Equal("Ines Okoro", quote.SourceText);
        Assert.Equal("said", quote.CueText);
        Assert.Equal(0.75f, quote.Confidence);
        Assert.Equal((QuoteKind.Direct, QuoteAct.Attitude, QuoteModality.Hypothetical), (quote.Kind, quote.Act, quote.Modality));
    }

    [Fact]
    public void A_quote_without_source_and_cue_has_neither()
    {
        var quote = TestDocuments.WithTokens("“ Never . ”")
            .AddQuotes(sink => sink.Add(QuoteKind.Direct, [new TextSpan(0, 11)], [], null))
            .Build().Quotes[0];

        Assert.Null(quote.Cue);
        Assert.Null(quote.CueText);
        Assert.Null(quote.SourceText);
        Assert.Empty(quote.Source);
        Assert.Equal((QuoteAct.Speech, QuoteModality.Asserted, 1f), (quote.Act, quote.Modality, quote.Confidence));
    }

    [Fact]
    public void Views_of_the_same_annotation_are_equal()
    {
        var document = TestDocuments.WithTokens("Rain fell").Build();
        var other = TestDocuments.WithTokens("Rain fell").Build();

        Assert.Equal(document.Tokens[1], document.Tokens[^1]);
        Assert.NotEqual(document.Tokens[0], document.Tokens[1]);
        Assert.NotEqual(document.Tokens[0], other.Tokens[0]);
    }

    [Fact]
    public void An_own_annotation_comes_back_as_it_was_set()
    {
        var document = new DocumentBuilder("Rain").Add(Mood, "grey").Build();

        Assert.True(document.Has(Mood));
        Assert.Equal("grey", document.Get(Mood));
        Assert.True(document.TryGet(Mood, out var mood));
        Assert.Equal("grey", mood);
    }

    [Fact]
    public void Keys_of_one_name_are_different_keys()
    {
        var document = new DocumentBuilder("Rain").Add(Mood, "grey").Build();
        var other = new AnnotationKey<string>("mood");

        Assert.False(document.Has(other));
        Assert.False(document.TryGet(other, out _));
        var refusal = Assert.Throws<InvalidOperationException>(() => document.Get(other));
        Assert.Equal("The document has no annotation 'mood'; add the annotator that writes it to the pipeline.", refusal.Message);
    }

    [Fact]
    public void A_key_needs_a_name()
    {
        Assert.Throws<ArgumentException>(() => new AnnotationKey<int>(" "));
        Assert.Throws<ArgumentNullException>(() => new AnnotationKey<int>(null!));
        Assert.Equal("mood", Mood.ToString());
    }

    [Fact]
    public void Asking_for_no_key_is_refused()
    {
        var document = new DocumentBuilder("Rain").Build();

        Assert.Throws<ArgumentNullException>(() => document.Has(null!));
        Assert.Throws<ArgumentNullException>(() => document.Get<string>(null!));
        Assert.Throws<ArgumentNullException>(() => document.TryGet<string>(null!, out _));
    }

    private static int Read(Document document, Layer layer) => layer switch
    {
        Layer.Blocks => document.Blocks.Count,
        Layer.Tokens => document.Tokens.Count,
        Layer.Sentences => document.Sentences.Count,
        Layer.PartOfSpeech => (int)document.Tokens[0].PartOfSpeech,
        Layer.Lemmas => document.Tokens[0].Lemma.Length,
        Layer.EntityMentions => document.EntityMentions.Count,
        Layer.Quotes => document.Quotes.Count,
        _ => document.Entities.Count,
    };
}
