using System.Text;
using System.Text.Json;
using NewsNlp.Tokenization;

namespace NewsNlp.Benchmarks;

/// <summary>
/// The articles that are read, and how much they are. Where the shared data lies beside the checkout these are hundreds of
/// different news articles; elsewhere the few of this project, over and over.
/// </summary>
public sealed class Corpus
{
    private static readonly Lazy<string[]> All = new(ReadAll);

    private Corpus(string[] texts)
    {
        Texts = texts;
        Bytes = texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
        var tokenizer = new EnglishTokenizer();
        var buffer = new TokenBuffer();
        foreach (var text in texts)
        {
            buffer.Clear();
            tokenizer.Tokenize(text, buffer);
            Tokens += buffer.Count;
        }
    }

    /// <summary>One article each.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Their size in UTF-8.</summary>
    public long Bytes { get; }

    /// <summary>How many tokens our tokenizer finds: one yardstick for all, whatever a peer calls a token.</summary>
    public long Tokens { get; }

    /// <summary>The first <paramref name="articles"/> articles.</summary>
    public static Corpus Of(int articles)
    {
        var all = All.Value;
        return new Corpus([.. Enumerable.Range(0, articles).Select(i => all[i % all.Length])]);
    }

    private static string[] ReadAll()
    {
        var root = FindRoot();
        var shared = Path.Combine(root, "..", "shared", "data", "quotes", "polnear-train.jsonl");
        return File.Exists(shared)
            ? [.. File.ReadLines(shared).Select(TextOf)]
            : [.. Directory.EnumerateFiles(Path.Combine(root, "benchmarks", "NewsNlp.Benchmarks", "Articles"), "*.txt")
                .Order(StringComparer.Ordinal).Select(File.ReadAllText)];
    }

    private static string TextOf(string line)
    {
        using var record = JsonDocument.Parse(line);
        return record.RootElement.GetProperty("text").GetString()!;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NewsNlp.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The benchmarks do not lie inside a checkout: no NewsNlp.sln above them.");
    }
}
