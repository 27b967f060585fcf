using System.Text;
using System.Text.Json;
using NewsNlp.Documents;
using NewsNlp.Evaluation.Coreference;
using NewsNlp.Evaluation.Entities;
using NewsNlp.Evaluation.Quotations;
using NewsNlp.Export;

namespace NewsNlp.Tool.Evaluation.Gold;

/// <summary>
/// Reads gold documents in JSON: articles with <c>entities</c> (<c>[start, end, label]</c>) or <c>attributions</c> (lists of
/// <c>[start, end]</c> for <c>source</c>, <c>cue</c> and <c>content</c>, a <c>speaker</c> and its other names), offsets in code
/// points; or documents of our own schema.
/// </summary>
internal static class GoldJson
{
    /// <exception cref="GoldFormatException">The JSON is none of these.</exception>
    public static GoldDocument Read(string json, string otherId)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            var root = parsed.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw new GoldFormatException("a document is a JSON object.");
            if (root.TryGetProperty("error", out _)) throw new GoldFormatException("this is an error instead of a document.");
            return root.TryGetProperty("schema", out _) || !HasArticle(root)
                ? Of(DocumentJsonReader.Read(Encoding.UTF8.GetBytes(json)), otherId)
                : ReadArticle(root, otherId);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or DocumentFormatException
            or ArgumentException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            throw new GoldFormatException(exception.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>A document of our own as gold: all that it holds.</summary>
    public static GoldDocument Of(Document document, string otherId) => new(document.Id ?? otherId, document.Text)
    {
        Tokens = document.Has(Layer.Tokens) ? document : null,
        Mentions = document.Has(Layer.EntityMentions) ? LabeledSpan.Of(document) : null,
        Quotes = document.Has(Layer.Quotes) ? Attribution.Of(document) : null,
        Entities = document.Has(Layer.Coreference) ? CoreferenceScorer.EntitiesOf(document) : null,
    };

    private static bool HasArticle(JsonElement root) => root.TryGetProperty("entities", out _) || root.TryGetProperty("attributions", out _);

    private static GoldDocument ReadArticle(JsonElement root, string otherId)
    {
        string text = root.GetProperty("text").GetString() ?? throw new GoldFormatException("there is no text.");
        var offsets = new CodePoints(text);
        return new GoldDocument(root.TryGetProperty("id", out var id) ? id.GetString() ?? otherId : otherId, text)
        {
            Mentions = root.TryGetProperty("entities", out var entities) ? [.. entities.EnumerateArray().Select(entity => Mention(entity, offsets))] : null,
            Quotes = root.TryGetProperty("attributions", out var quotes) ? [.. quotes.EnumerateArray().Select(quote => Quote(quote, offsets))] : null,
            IsOriginalText = !root.TryGetProperty("text_source", out var source) || source.GetString() == "article",
        };
    }

    private static LabeledSpan Mention(JsonElement entity, CodePoints offsets) =>
        new(offsets.Span(entity[0].GetInt32(), entity[1].GetInt32()), EntitySchemes.Label(entity[2].GetString() ?? ""));

    private static Attribution Quote(JsonElement quote, CodePoints offsets) => new()
    {
        Source = Spans(quote, "source", offsets),
        Cue = Spans(quote, "cue", offsets),
        Content = Spans(quote, "content", offsets),
        Speakers = [.. Names(quote).Select(SpeakerNames.Normalize).Distinct()],
        Tags = quote.TryGetProperty("tags", out var tags) ? [.. tags.EnumerateArray().Select(tag => tag.GetString() ?? "")] : null,
    };

    private static TextSpan[] Spans(JsonElement quote, string role, CodePoints offsets) =>
        quote.TryGetProperty(role, out var spans) && spans.ValueKind == JsonValueKind.Array
            ? [.. spans.EnumerateArray().Select(span => offsets.Span(span[0].GetInt32(), span[1].GetInt32()))]
            : [];

    private static IEnumerable<string> Names(JsonElement quote)
    {
        if (quote.TryGetProperty("speaker", out var speaker) && speaker.GetString() is { Length: > 0 } name) yield return name;
        if (!quote.TryGetProperty("speakers", out var others) || others.ValueKind != JsonValueKind.Array) yield break;
        foreach (var other in others.EnumerateArray())
            if (other.GetString() is { Length: > 0 } alias) yield return alias;
    }
}
