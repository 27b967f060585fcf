using System.Text;
using System.Text.Json;
using NewsNlp.Documents;
using NewsNlp.Export;
using NewsNlp.Tool.Evaluation.Gold;
using NewsNlp.Tool.Hosting;

namespace NewsNlp.Tool.Evaluation;

/// <summary>
/// Reads what a system found: our own documents, one in a .json file or one a line in a .jsonl file, with or without their texts.
/// A line that says what went wrong instead is a document in which nothing was found.
/// </summary>
internal static class SystemDocuments
{
    /// <exception cref="ToolException">The file cannot be read, or a document is not one or has another text than the gold.</exception>
    public static Dictionary<string, Document> Read(string path, IReadOnlyList<GoldDocument> gold)
    {
        var texts = gold.ToDictionary(document => document.Id, document => document.Text);
        var documents = new Dictionary<string, Document>();
        int number = 0;
        foreach (string json in Jsons(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(json)) continue;
            try
            {
                var (id, hasError) = Identify(json, gold.Count == 1 ? gold[0].Id : null);
                if (!texts.TryGetValue(id, out string? text)) continue;
                var document = hasError
                    ? new DocumentBuilder(text).AddTokens([]).Build()
                    : DocumentJsonReader.Read(Encoding.UTF8.GetBytes(json), text);
                if (!documents.TryAdd(id, document)) throw new ToolException($"{path}: there are two documents {id}");
            }
            catch (Exception exception) when (exception is JsonException or DocumentFormatException or InvalidOperationException)
            {
                throw new ToolException($"{path}, document {number}: {exception.Message.ReplaceLineEndings(" ")}");
            }
        }

        return documents;
    }

    private static string[] Jsons(string path)
    {
        try
        {
            return Path.GetExtension(path) == ".json" ? [File.ReadAllText(path)] : File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(exception is FileNotFoundException or DirectoryNotFoundException
                ? $"{path}: no such file"
                : $"{path}: cannot read: {exception.Message}");
        }
    }

    // A document without an id can only be the only one.
    private static (string Id, bool HasError) Identify(string json, string? only)
    {
        using var parsed = JsonDocument.Parse(json);
        var root = parsed.RootElement;
        string? id = root.TryGetProperty("id", out var element) ? element.GetString() : null;
        return (id ?? only ?? "", root.TryGetProperty("error", out _));
    }
}
