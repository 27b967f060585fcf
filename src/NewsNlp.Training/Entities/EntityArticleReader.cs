using System.Text.Json;
using NewsNlp.Documents;
using NewsNlp.Entities.Recognition;

namespace NewsNlp.Training.Entities;

/// <summary>
/// Reads articles from JSON Lines of <c>{id, text, text_source, entities: [[start, end, label], …]}</c>, with offsets in code
/// points.
/// </summary>
internal sealed class EntityArticleReader(Func<string, Document> analyze, LabelScheme? scheme = null, Func<string, string>? nameOf = null)
{
    /// <summary>Reads all articles of a file, in order.</summary>
    public List<EntityArticle> Read(string path)
    {
        var articles = new List<EntityArticle>();
        foreach (string line in File.ReadLines(path))
        {
            if (line.Length == 0) continue;
            using var json = JsonDocument.Parse(line);
            articles.Add(ReadArticle(json.RootElement));
        }

        return articles;
    }

    private EntityArticle ReadArticle(JsonElement json)
    {
        string text = json.GetProperty("text").GetString()!;
        int[] offsets = Utf16Offsets(text);
        var gold = new List<GoldMention>();
        foreach (var entity in json.GetProperty("entities").EnumerateArray())
        {
            int start = offsets[entity[0].GetInt32()], end = offsets[entity[1].GetInt32()];
            gold.Add(new GoldMention(TextSpan.FromBounds(start, end), new EntityLabel(nameOf is null ? entity[2].GetString()! : nameOf(entity[2].GetString()!))));
        }

        bool original = !json.TryGetProperty("text_source", out var source) || source.GetString() == "article";
        return new EntityArticle(json.GetProperty("id").GetString()!, original, analyze(text), gold, scheme);
    }

    /// <summary>The UTF-16 offset of every code point, and of the end.</summary>
    private static int[] Utf16Offsets(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        for (int i = 0; i < text.Length; i++)
        {
            offsets.Add(i);
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
        }

        offsets.Add(text.Length);
        return [.. offsets];
    }
}
