using NewsNlp.Catalyst.Tests.Support;
using NewsNlp.Documents;
using PartOfSpeech = Catalyst.PartOfSpeech;

namespace NewsNlp.Catalyst.Tests;

public class CatalystDocumentsTests
{
    [Fact]
    public void Tokens_tags_and_lemmas_are_Catalysts()
    {
        const string text = "The boats of Kestrel Shipping are ready to leave.";
        var catalyst = Annotated.Document(text);

        var document = catalyst.ToDocument();

        Assert.Equal(text, document.Text);
        Assert.Equal(["The", "boats", "of", "Kestrel", "Shipping", "are", "ready", "to", "leave", "."], document.Words());
        Assert.Equal(catalyst.Tokens().Select(token => $"{token.POS}"), document.Tokens.Select(token => $"{token.PartOfSpeech}"));
        Assert.Equal(catalyst.Tokens().Select(token => token.Lemma), document.Tokens.Select(token => token.Lemma));
        Assert.Equal(TokenKind.Punctuation, document.Tokens[9].Kind);
    }

    [Fact]
    public void Sentences_are_Catalysts()
    {
        var catalyst = Annotated.Document(Articles.OneLine);

        var document = catalyst.ToDocument();

        Assert.Equal(catalyst.Spans.Select(span => span.TokensCount), document.Sentences.Select(sentence => sentence.TokenCount));
        Assert.Equal(
            "The boats of Kestrel Shipping are ready to leave.", document.Sentences[document.Sentences.Count - 1].Text);
    }

    [Fact]
    public void Entity_mentions_are_Catalysts()
    {
        var catalyst = Annotated.Document(Articles.OneLine);

        var document = catalyst.ToDocument();

        Assert.Contains("Location: Port Elwin", catalyst.Names());
        Assert.Equal(catalyst.Names(), document.Names());
        Assert.All(document.EntityMentions, mention => Assert.Equal(1, mention.Score));
    }

    [Fact]
    public void Sentences_end_with_their_block_and_the_headline_is_one()
    {
        var document = Annotated.Convert(Articles.Harbour);

        Assert.Equal(BlockKind.Headline, document.Blocks[0].Kind);
        Assert.Equal("Port Elwin votes to close harbour", document.Sentences[0].Text);
        Assert.All(document.Sentences, sentence => Assert.Contains(document.Blocks, block => block.Span.Contains(sentence.Span)));
    }

    [Fact]
    public void Furniture_holds_no_sentence()
    {
        var document = Annotated.Convert("The boats are ready, Ines Okoro said.\n\nAdvertisement\n\nThe harbour will close.\n");
        var furniture = Assert.Single(document.Blocks, block => block.Kind == BlockKind.Furniture);

        Assert.Equal("Advertisement", furniture.Text);
        Assert.DoesNotContain(document.Sentences, sentence => sentence.Span.Overlaps(furniture.Span));
        Assert.Equal(2, document.Sentences.Count);
    }

    [Fact]
    public void What_is_known_of_the_article_travels_along()
    {
        var metadata = new DocumentMetadata("wire-17", new DateOnly(2026, 3, 4));

        var document = Annotated.Document(Articles.OneLine).ToDocument(new CatalystDocumentOptions { Metadata = metadata });

        Assert.Equal(metadata, document.Metadata);
    }

    [Fact]
    public void Layers_can_be_left_out()
    {
        var catalyst = Annotated.Document(Articles.OneLine);
        Layer[] all = [Layer.Blocks, Layer.Sentences, Layer.PartOfSpeech, Layer.Lemmas, Layer.EntityMentions];

        Assert.All(all, layer => Assert.True(catalyst.ToDocument().Has(layer)));
        Assert.All(all, left => Assert.Equal(
            all.Where(layer => layer != left),
            all.Where(catalyst.ToDocument(new CatalystDocumentOptions { Without = [left] }).Has)));
        Assert.Throws<ArgumentException>(() => catalyst.ToDocument(new CatalystDocumentOptions { Without = [Layer.Tokens] }));
    }

    [Fact]
    public void Parts_of_speech_are_absent_where_no_tagger_ran()
    {
        var catalyst = Annotated.Document(Articles.OneLine);
        foreach (var token in catalyst.Tokens())
        {
            token.POS = PartOfSpeech.NONE;
        }

        var document = catalyst.ToDocument();

        Assert.False(document.Has(Layer.PartOfSpeech));
        Assert.True(document.Has(Layer.Lemmas));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n ")]
    public void A_blank_text_is_a_document_with_nothing_in_it(string text)
    {
        var document = Annotated.Document(text).ToDocument(new CatalystDocumentOptions { Text = text });

        Assert.Equal(text, document.Text);
        Assert.Empty(document.Tokens);
        Assert.Empty(document.Sentences);
        Assert.Empty(document.EntityMentions);
        Assert.True(document.Has(Layer.PartOfSpeech));
    }

    [Fact]
    public void Null_is_refused() =>
        Assert.Throws<ArgumentNullException>(() => ((global::Catalyst.IDocument)null!).ToDocument());
}
