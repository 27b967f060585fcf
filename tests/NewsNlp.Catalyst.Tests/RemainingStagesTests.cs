using NewsNlp.Catalyst.Tests.Support;
using NewsNlp.Documents;

namespace NewsNlp.Catalyst.Tests;

/// <summary>Quotes and speakers on top of what Catalyst found.</summary>
public class RemainingStagesTests
{
    private static readonly NlpPipeline Pipeline = NlpPipeline.CreateDefault();

    [Theory]
    [InlineData(Articles.OneLine)]
    [InlineData(Articles.Harbour)]
    public void A_converted_document_gets_its_quotes_and_speakers(string text)
    {
        var converted = Annotated.Convert(text);

        var document = Pipeline.Complete(converted);

        var quote = document.Quotes.Single(quote => quote.Text.Contains("waited long enough", StringComparison.Ordinal));
        Assert.Equal(QuoteKind.Direct, quote.Kind);
        Assert.Equal("Ines Okoro", quote.Speaker?.CanonicalName);
        Assert.Equal(EntityLabel.Person, quote.Speaker?.Label);
        Assert.Equal("told", document.Text[quote.Cue!.Value.Start..quote.Cue.Value.End]);
    }

    [Fact]
    public void What_Catalyst_found_stays_as_it_is()
    {
        var converted = Annotated.Convert(Articles.Harbour);

        var document = Pipeline.Complete(converted);

        Assert.Equal(
            converted.Tokens.Select(token => (token.Span, token.PartOfSpeech, token.Lemma)),
            document.Tokens.Select(token => (token.Span, token.PartOfSpeech, token.Lemma)));
        Assert.Equal(converted.Sentences.Select(sentence => sentence.Span), document.Sentences.Select(sentence => sentence.Span));
        Assert.Equal(converted.Names(), document.Names());
        Assert.False(converted.Has(Layer.Quotes));
    }

    [Fact]
    public void What_is_left_out_is_found_anew()
    {
        var catalyst = Annotated.Document(Articles.OneLine);

        var document = Pipeline.Complete(catalyst.ToDocument(
            new CatalystDocumentOptions { Without = [Layer.Sentences, Layer.PartOfSpeech, Layer.Lemmas, Layer.EntityMentions] }));

        Assert.Equal(3, document.Sentences.Count);
        Assert.Contains(document.EntityMentions, mention => mention.Label == EntityLabel.Date && mention.Text == "Friday");
        Assert.All(Enum.GetValues<Layer>(), layer => Assert.True(document.Has(layer)));
    }

    [Fact]
    public void Catalysts_entities_inside_a_pipeline_speak()
    {
        var pipeline = NlpPipelineBuilder.CreateDefault().UseCatalystEntityRecognizer(Annotated.Pipeline).Build();

        var document = pipeline.Process(Articles.Harbour);

        var quote = document.Quotes.Single(quote => quote.Text.Contains("waited long enough", StringComparison.Ordinal));
        Assert.Equal("Ines Okoro", quote.Speaker?.CanonicalName);
        Assert.Contains(document.Quotes, quote => quote.Speaker?.CanonicalName == "Tomas Reyl");
    }
}
