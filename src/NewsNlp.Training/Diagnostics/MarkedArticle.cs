using System.Text.Json;
using NewsNlp.Documents;

namespace NewsNlp.Training.Diagnostics;

/// <summary>
/// Looks at a line of JSON Lines: <c>id</c>, <c>text</c>, and either <c>entities</c> (<c>[start, end, label]</c> each) or
/// <c>attributions</c> (lists of <c>[start, end]</c> as <c>source</c>, <c>cue</c> and <c>content</c>), offsets in code points.
/// </summary>
internal static class MarkedArticle
{
    private static readonly string[] Roles = ["source", "cue", "content"];

    public static DataDocument Of(string line)
    {
        using var json = JsonDocument.Parse(line);
        string text = json.RootElement.GetProperty("text").GetString() ?? "";
        string[] passages = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var document = new DataDocument(json.RootElement.GetProperty("id").GetString() ?? "", text, passages);
        var offsets = new CodePoints(text);
        if (json.RootElement.TryGetProperty("entities", out var entities)) AddEntities(document, offsets, entities);
        if (json.RootElement.TryGetProperty("attributions", out var attributions)) AddAttributions(document, offsets, attributions);
        return document;
    }

    private static void AddEntities(DataDocument document, CodePoints offsets, JsonElement entities)
    {
        var spans = new List<(string Label, TextSpan Span)>();
        foreach (var entity in entities.EnumerateArray()) Add(entity[2].GetString() ?? "", entity, document, offsets, spans);
        document.CheckCrossing(spans);
        foreach (var (label, span) in spans.GroupBy(span => span.Span).Where(group => group.Count() > 1).SelectMany(group => group.Skip(1)))
            document.Report("spans marked twice", $"{label} {span.Start}–{span.End}");
        foreach (var (label, span) in spans)
            if (document.Text.AsSpan(span.Start, span.Length).Contains('\n')) document.Report("spans across lines", $"{label} {span.Start}–{span.End}");
    }

    private static void AddAttributions(DataDocument document, CodePoints offsets, JsonElement attributions)
    {
        var contents = new List<(string Label, TextSpan Span)>();
        foreach (var attribution in attributions.EnumerateArray())
        {
            var spans = new List<(string Label, TextSpan Span)>();
            foreach (string role in Roles)
            {
                if (!attribution.TryGetProperty(role, out var list) || list.ValueKind != JsonValueKind.Array) continue;
                foreach (var pair in list.EnumerateArray()) Add(role, pair, document, offsets, spans);
            }
            // Parts of one attribution may stand inside each other ("what he called …"), but not half.
            document.CheckCrossing(spans);
            contents.AddRange(spans.Where(span => span.Label == "content"));
            if (!spans.Exists(span => span.Label == "content")) document.Report("attributions without content", "");
        }
        document.CheckCrossing(contents);
    }

    private static void Add(string label, JsonElement pair, DataDocument document, CodePoints offsets, List<(string, TextSpan)> spans)
    {
        document.Labels.Add(label);
        int start = offsets[pair[0].GetInt32()], end = offsets[pair[1].GetInt32()];
        if (document.Check(label, start, end)) spans.Add((label, TextSpan.FromBounds(start, end)));
    }

    // Where code points begin in UTF-16; -1 before the text, and one more than its length behind.
    private sealed class CodePoints
    {
        private readonly List<int> _starts = [];

        public CodePoints(string text)
        {
            for (int i = 0; i < text.Length; i++)
            {
                _starts.Add(i);
                if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            }
            _starts.Add(text.Length);
        }

        public int this[int index] => index < 0 ? -1 : index < _starts.Count ? _starts[index] : _starts[^1] + 1;
    }
}
