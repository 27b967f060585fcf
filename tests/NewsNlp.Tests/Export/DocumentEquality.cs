using NewsNlp.Documents;

namespace NewsNlp.Tests.Export;

/// <summary>Compares documents layer by layer.</summary>
internal static class DocumentEquality
{
    public static void AssertEqual(Document expected, Document actual)
    {
        Assert.Equal(expected.Text, actual.Text);
        Assert.Equal(expected.Metadata, actual.Metadata);
        foreach (var layer in Enum.GetValues<Layer>())
        {
            // Without tokens, tags that were computed and tags that were not look the same.
            if (layer is not (Layer.PartOfSpeech or Layer.Lemmas) || (expected.Has(Layer.Tokens) && expected.Tokens.Count > 0))
            {
                Assert.True(expected.Has(layer) == actual.Has(layer), $"{layer}: {expected.Has(layer)} expected");
            }

            if (expected.Has(layer))
            {
                Assert.Equal(Describe(expected, layer), Describe(actual, layer));
            }
        }
    }

    private static IEnumerable<string> Describe(Document document, Layer layer) => layer switch
    {
        Layer.Blocks => document.Blocks.Select(block => $"{block.Span} {block.Kind}")
            .Append($"{string.Join('+', document.Byline?.Authors ?? ["-"])} {document.Byline?.Role} {document.Byline?.Organization} {document.Byline?.Place}")
            .Append($"{document.Dateline}"),
        Layer.Tokens => document.Tokens.Select(token => $"{token.Span} {token.Kind}"),
        Layer.PartOfSpeech => document.Tokens.Select(token => $"{token.PartOfSpeech}"),
        Layer.Lemmas => document.Tokens.Select(token => token.Lemma),
        Layer.Sentences => document.Sentences.Select(sentence => $"{sentence.FirstToken}+{sentence.TokenCount}"),
        Layer.EntityMentions => document.EntityMentions.Select(mention =>
            $"{mention.FirstToken}+{mention.TokenCount} {mention.Label} {mention.Score:R} {mention.Entity?.Index}"),
        Layer.Quotes => document.Quotes.Select(quote =>
            $"{quote.Kind} {quote.Act} {quote.Modality} {quote.Confidence:R} {quote.Cue} {string.Join('+', quote.Contents)} "
            + $"by {string.Join('+', quote.Source)} = {string.Join('+', quote.Speakers.Select(speaker => speaker.Index))}"),
        _ => document.Entities
            .Select(entity => $"{entity.CanonicalName} ({entity.Label}) {entity.Role} {entity.SpeaksFor?.Index} {string.Join('+', entity.Mentions.Select(mention => mention.Index))}")
            .Concat(document.Mentions.Select(mention => $"{mention.Span} {mention.Kind} {mention.Entity.Index} {mention.EntityMention?.Index}")),
    };
}
