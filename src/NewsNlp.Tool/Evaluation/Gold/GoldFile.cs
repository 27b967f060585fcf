using System.Globalization;
using System.Text;
using NewsNlp.Tool.Hosting;

namespace NewsNlp.Tool.Evaluation.Gold;

/// <summary>Reads files of annotated documents; the ending tells the format.</summary>
internal static class GoldFile
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <param name="path">The file.</param>
    /// <param name="texts">A file of the same documents that holds their texts; needed where the first holds none.</param>
    /// <exception cref="ToolException">A file cannot be read, or is not what it should be.</exception>
    public static List<GoldDocument> Read(string path, string? texts = null)
    {
        try
        {
            var documents = Path.GetExtension(path) switch
            {
                ".conllu" => Treebank.Read(File.ReadLines(path, Strict)),
                ".conll" => new CoreferenceColumns(Texts(texts)).Read(File.ReadLines(path, Strict)),
                ".tsv" or ".bio" => BioGold.Read(File.ReadLines(path, Strict)),
                ".jsonl" => ReadLines(path),
                ".json" => [GoldJson.Read(File.ReadAllText(path, Strict), Path.GetFileNameWithoutExtension(path))],
                _ => throw new ToolException($"{path}: a file of annotations ends in .conllu, .conll, .tsv, .jsonl or .json", ExitCodes.Usage),
            };
            var ids = new HashSet<string>();
            return documents.Find(document => !ids.Add(document.Id)) is { } twice
                ? throw new ToolException($"{path}: there are two documents {twice.Id}")
                : documents;
        }
        catch (GoldFormatException exception)
        {
            throw new ToolException($"{path}: {exception.Message}");
        }
        catch (DecoderFallbackException)
        {
            throw new ToolException($"{path}: is not UTF-8");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(exception is FileNotFoundException or DirectoryNotFoundException
                ? $"{path}: no such file"
                : $"{path}: cannot read: {exception.Message}");
        }
    }

    private static Dictionary<string, GoldDocument> Texts(string? path) =>
        path is null ? [] : Read(path).ToDictionary(document => document.Id);

    private static List<GoldDocument> ReadLines(string path)
    {
        var documents = new List<GoldDocument>();
        int number = 0;
        foreach (string line in File.ReadLines(path, Strict))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                documents.Add(GoldJson.Read(line, documents.Count.ToString(CultureInfo.InvariantCulture)));
            }
            catch (GoldFormatException exception)
            {
                throw new GoldFormatException(number, exception.Message);
            }
        }

        return documents;
    }
}
