using CsCheck;
using NewsNlp.Documents;

namespace NewsNlp.Tests.Support;

/// <summary>A property over documents that never hold the thing in question would pass for nothing.</summary>
public class DocumentGenTests
{
    [Fact]
    public void Random_documents_reach_every_corner()
    {
        var corners = new Dictionary<string, int>(StringComparer.Ordinal);
        DocumentGen.Documents.Sample(
            document =>
            {
                foreach (var layer in Enum.GetValues<Layer>())
                {
                    Count(document.Has(layer), $"{layer} there");
                    Count(!document.Has(layer), $"{layer} absent");
                }

                Count(document.Text.Length == 0, "an empty text");
                Count(Enumerable.Range(0, document.Text.Length).Any(i => IsLone(document.Text, i)), "a lone surrogate");
                Count(document.Has(Layer.Blocks) && document.Blocks.Count > 2, "three blocks");
                Count(document.Has(Layer.Sentences) && document.Sentences.Any(s => s.TokenCount > 2), "a sentence of three tokens");
                Count(document.Has(Layer.Quotes) && document.Quotes.Any(q => q.Contents.Count > 1), "a split quote");
                if (document.Has(Layer.Coreference))
                {
                    Count(document.Mentions.Any(m => m.EntityMention is not null), "a mention that is an entity mention");
                    Count(document.Mentions.Any(m => document.Mentions.Any(o => o != m && o.Span.Contains(m.Span))), "nested mentions");
                    Count(document.Has(Layer.Quotes) && document.Quotes.Any(q => q.Speakers.Count > 1), "two speakers");
                }
            },
            iter: 2000,
            threads: 1);

        string[] expected =
        [
            .. Enum.GetValues<Layer>().SelectMany(layer => new[] { $"{layer} there", $"{layer} absent" }),
            "an empty text", "a lone surrogate", "three blocks", "a sentence of three tokens", "a split quote",
            "a mention that is an entity mention", "nested mentions", "two speakers",
        ];
        Assert.All(expected, corner => Assert.True(corners.GetValueOrDefault(corner) >= 10, corner));

        void Count(bool reached, string corner)
        {
            if (reached)
            {
                corners[corner] = corners.GetValueOrDefault(corner) + 1;
            }
        }
    }

    [Fact]
    public void Spans_on_scalars_cut_no_surrogate_pair() => DocumentGen.DocumentsOnScalars.Sample(document =>
    {
        if (!document.Has(Layer.Tokens))
        {
            return;
        }

        Assert.All(document.Tokens, token => Assert.False(IsInsidePair(document.Text, token.Span.Start)));
        Assert.All(document.Tokens, token => Assert.False(IsInsidePair(document.Text, token.Span.End)));
    });

    [Fact]
    public void Well_formed_text_survives_UTF8() => TextGen.WellFormed.Sample(text =>
        Assert.Equal(text, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text))));

    private static bool IsInsidePair(string text, int position) =>
        position > 0 && position < text.Length && char.IsSurrogatePair(text[position - 1], text[position]);

    private static bool IsLone(string text, int position) =>
        char.IsSurrogate(text[position]) && !IsInsidePair(text, position) && !IsInsidePair(text, position + 1);
}
