using NewsNlp.Documents;
using NewsNlp.Documents.Values;
using NewsNlp.Entities;
using NewsNlp.Entities.Values;
using NewsNlp.Entities.Values.Reading;
using NewsNlp.Threading;

namespace NewsNlp.Tests.Entities.Values;

/// <summary>What the rules alone, without a model, find in sentences and read from them.</summary>
internal static class ValueReadings
{
    private static readonly ValueEntityFinder Amounts = new(ValueVocabulary.Read());
    private static readonly RelativeDateFinder Dates = new();

    /// <summary>All that one value holds, in a line; "none" of null.</summary>
    public static string Of(MentionValue? value) => value?.ToString() ?? "none";

    /// <summary>The value of the words at a place, with a label.</summary>
    /// <param name="text">A text, of which each line is a sentence.</param>
    /// <param name="start">Where the words start.</param>
    /// <param name="length">How long they are.</param>
    /// <param name="label">What they are.</param>
    /// <param name="published">The day of writing; null where it is unknown.</param>
    public static MentionValue? Read(string text, int start, int length, EntityLabel label, DateOnly? published)
    {
        var document = EntityDocuments.Of(text);
        var tokens = document.TokensIn(new TextSpan(start, length));
        var builder = new DocumentBuilder(text, new DocumentMetadata(Published: published))
            .AddTokens([.. document.Tokens.Select(token => token.Span)], [.. document.Tokens.Select(token => token.Kind)])
            .AddSentences(sink =>
            {
                foreach (var sentence in document.Sentences) sink.Add(sentence.FirstToken, sentence.TokenCount);
            })
            .AddEntityMentions(sink => sink.Add(tokens[0].Index, tokens.Count, label), EnglishValueReader.Instance);
        return builder.Build().EntityMentions[0].Value;
    }

    /// <summary>The times, amounts and dates that the rules find, as <c>Label: words</c>.</summary>
    public static string[] Find(string text)
    {
        var document = EntityDocuments.Of(text);
        var (pieces, found) = (new ValuePieceBuffer(), new InterruptibleList<FoundMention>());
        foreach (var sentence in document.Sentences)
        {
            Amounts.Find(document.Text, document.TokenLayer, sentence.FirstToken, sentence.TokenCount, pieces, found);
            Dates.Find(document.Text, pieces, found);
        }

        return [.. found.Items.ToArray().Select(mention => $"{mention.Label}: {text[document.Tokens[mention.FirstToken].Span.Start..document.Tokens[mention.EndToken - 1].Span.End]}")];
    }
}
