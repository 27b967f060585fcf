using System.Text.Json;
using NewsNlp.Documents;
using NewsNlp.Entities.Recognition;
using NewsNlp.Training.Data;

namespace NewsNlp.Training.Entities;

/// <summary>Reads articles with a user's own labels.</summary>
internal sealed class OwnEntityArticles(Func<string, Document> analyze, OwnEntityOptions options)
{
    /// <summary>With fewer documents than this the file is cut further, since part of them is held back in turn.</summary>
    private const int FewDocuments = 16;

    /// <summary>How many sentences make an article where the file does not tell.</summary>
    private const int SentencesTogether = 8;

    /// <summary>The labels of a file, in ordinal order.</summary>
    /// <exception cref="TrainingException">The file cannot be read, or has none or too many.</exception>
    public IReadOnlyList<EntityLabel> Labels(string path)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        if (IsJson(path)) names.UnionWith(Checked(path, () => JsonLabels(path)).Select(Name));
        else names.UnionWith(Documents(path).SelectMany(document => document.Mentions()).Select(mention => Name(mention.Kind)));
        return names.Count switch
        {
            0 => throw new TrainingException($"{path}: there are no mentions to learn from."),
            > LabelScheme.MostLabels => throw new TrainingException($"{path}: there are {names.Count} labels; {LabelScheme.MostLabels} are possible."),
            _ => [.. names.Select(name => new EntityLabel(name))],
        };
    }

    /// <summary>The articles of a file.</summary>
    /// <exception cref="TrainingException">The file cannot be read.</exception>
    public List<EntityArticle> Read(string path, LabelScheme scheme)
    {
        if (IsJson(path)) return Checked(path, () => new EntityArticleReader(analyze, scheme, Name).Read(path));
        var labels = scheme.Labels.Select(label => label.Name).Concat(options.Names.Keys).Distinct().ToDictionary(name => name, Name);
        var articles = new BioArticles(analyze, labels, scheme);
        return [.. Documents(path).Select(document => articles.Make(document, null))];
    }

    private static bool IsJson(string path) => Path.GetExtension(path) == ".jsonl";

    private static List<BioDocument> Documents(string path)
    {
        var documents = Checked(path, () => BioReader.Read(path));
        return documents.Count >= FewDocuments ? [.. documents] : [.. documents.SelectMany(Cut)];
    }

    private static IEnumerable<BioDocument> Cut(BioDocument document)
    {
        int start = 0;
        for (int sentence = 0; sentence < document.SentenceEnds.Count; sentence += SentencesTogether)
        {
            int last = Math.Min(sentence + SentencesTogether, document.SentenceEnds.Count) - 1, first = start, end = document.SentenceEnds[last];
            yield return new BioDocument(
                $"{document.Id}-{sentence}",
                [.. document.Tokens.Skip(first).Take(end - first)],
                [.. document.Labels.Skip(first).Take(end - first)],
                [.. document.SentenceEnds.Skip(sentence).Take(SentencesTogether).Select(sentenceEnd => sentenceEnd - first)]);
            start = end;
        }
    }

    private static List<string> JsonLabels(string path)
    {
        var labels = new List<string>();
        foreach (string line in File.ReadLines(path))
        {
            if (line.Length == 0) continue;
            using var json = JsonDocument.Parse(line);
            foreach (var entity in json.RootElement.GetProperty("entities").EnumerateArray()) labels.Add(entity[2].GetString()!);
        }

        return labels;
    }

    private string Name(string label) => options.Names.GetValueOrDefault(label, label);

    private static T Checked<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TrainingException(exception is FileNotFoundException or DirectoryNotFoundException ? $"{path}: no such file" : $"{path}: {exception.Message}");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException
            or IndexOutOfRangeException or FormatException)
        {
            throw new TrainingException($"{path}: is not lines of {{\"id\", \"text\", \"entities\": [[start, end, label], …]}}: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }
}
