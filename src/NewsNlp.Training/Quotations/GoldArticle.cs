using System.Text.Json;
using NewsNlp.Documents;

namespace NewsNlp.Training.Quotations;

/// <summary>An article with the attributions that people marked in it; offsets in UTF-16 code units.</summary>
internal sealed record GoldArticle(string Id, string Text, IReadOnlyList<GoldAttribution> Attributions)
{
    /// <summary>
    /// Reads JSON Lines with <c>id</c>, <c>text</c> and <c>attributions</c> (<c>source</c>, <c>cue</c>, <c>content</c>: lists of
    /// <c>[start, end]</c> in code points).
    /// </summary>
    public static IEnumerable<GoldArticle> Read(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length > 0)
            {
                using var json = JsonDocument.Parse(line);
                yield return Read(json.RootElement);
            }
        }
    }

    private static GoldArticle Read(JsonElement article)
    {
        var text = article.GetProperty("text").GetString() ?? "";
        var offsets = OffsetsOfCodePoints(text);
        var attributions = new List<GoldAttribution>();
        foreach (var attribution in article.GetProperty("attributions").EnumerateArray())
        {
            attributions.Add(new GoldAttribution(
                Spans(attribution, "source", text, offsets),
                Spans(attribution, "cue", text, offsets),
                Spans(attribution, "content", text, offsets)));
        }

        return new GoldArticle(article.GetProperty("id").GetString() ?? "", text, attributions);
    }

    private static List<int> OffsetsOfCodePoints(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            offsets.Add(i);
            i += char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 1 : 0;
        }

        offsets.Add(text.Length);
        return offsets;
    }

    // Without the white space at the edges; in order.
    private static List<TextSpan> Spans(JsonElement attribution, string role, string text, List<int> offsets)
    {
        var spans = new List<TextSpan>();
        if (!attribution.TryGetProperty(role, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return spans;
        }

        foreach (var pair in list.EnumerateArray())
        {
            int start = offsets[pair[0].GetInt32()], end = offsets[pair[1].GetInt32()];
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            while (end > start && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            if (start < end)
            {
                spans.Add(TextSpan.FromBounds(start, end));
            }
        }

        spans.Sort();
        return spans;
    }
}

/// <summary>What people marked: spans of the text, in order.</summary>
internal sealed record GoldAttribution(
    IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content);
