using NewsNlp.Documents;
using NewsNlp.Tool.Evaluation.Gold;
using NewsNlp.Tool.Hosting;

namespace NewsNlp.Tool.Comparison;

/// <summary>What <c>newsnlp compare</c> was asked to do.</summary>
/// <param name="A">A file of annotations, a model file, or <c>built-in</c>.</param>
/// <param name="B">The same for the other side.</param>
/// <param name="Texts">The articles for models to read, or the texts of files that have none; null where a side has them.</param>
internal sealed record ComparisonSettings(string A, string B, string? Texts);

/// <summary>Brings two annotations of the same documents together.</summary>
internal sealed class ComparisonRun(ComparisonSettings settings, ToolHost host)
{
    private const string BuiltIn = "built-in";

    /// <exception cref="ToolException">A side cannot be read, or the two have no document in common or different texts.</exception>
    public List<ComparedDocument> Run(CancellationToken cancellationToken)
    {
        bool isModelA = IsModel(settings.A), isModelB = IsModel(settings.B);
        var a = isModelA ? null : GoldFile.Read(settings.A, settings.Texts);
        var b = isModelB ? null : GoldFile.Read(settings.B, settings.Texts);
        var texts = a ?? b ?? Articles();
        a ??= Annotate(settings.A, texts, cancellationToken);
        b ??= Annotate(settings.B, texts, cancellationToken);
        (a, b) = (Counted(a, b), Counted(b, a));
        var other = b.ToDictionary(document => document.Id);
        var compared = new List<ComparedDocument>();
        foreach (var document in a)
        {
            var twin = a.Count == 1 && b.Count == 1 ? b[0] : other.GetValueOrDefault(document.Id);
            if (twin is null) continue;
            if (twin.Text != document.Text) throw new ToolException($"{document.Id}: the two sides have different texts");
            compared.Add(new ComparedDocument(document, twin));
        }

        return compared.Count > 0 ? compared : throw new ToolException("the two sides have no document in common");
    }

    /// <summary>What a side is called.</summary>
    public static string NameOf(string side) => side == BuiltIn ? "built-in model" : Path.GetFileName(side);

    // Ordinals and the like of one side are no difference where the other side has no such label at all, nor are speakers.
    private static List<GoldDocument> Counted(List<GoldDocument> own, List<GoldDocument> other)
    {
        var labels = other.SelectMany(document => document.Mentions ?? []).Select(mention => mention.Label).ToHashSet();
        bool hasSpeakers = own.Exists(document => document.Entities is not null || document.Quotes is { } quotes && quotes.Any(quote => quote.Speakers.Count > 0));
        return [.. own.Select(document => document with
        {
            HasSpeakers = hasSpeakers,
            Mentions = document.Mentions?.Where(mention => !EntitySchemes.IsByRule(mention.Label) || labels.Contains(mention.Label)).ToList(),
        })];
    }

    private static bool IsModel(string side) => side == BuiltIn || Path.GetExtension(side) == ".nnlp";

    private List<GoldDocument> Articles()
    {
        if (settings.Texts is not { } path) throw new ToolException("two models need articles to read; name a file with --texts", ExitCodes.Usage);
        if (Path.GetExtension(path) is not (".txt" or "")) return GoldFile.Read(path);
        try
        {
            return [new GoldDocument(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(exception is FileNotFoundException or DirectoryNotFoundException ? $"{path}: no such file" : $"{path}: cannot read: {exception.Message}");
        }
    }

    private List<GoldDocument> Annotate(string side, List<GoldDocument> texts, CancellationToken cancellationToken)
    {
        var annotate = host.LoadPipeline(side == BuiltIn ? null : side);
        return [.. texts.AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .Select(document => GoldJson.Of(annotate(document.Text, new DocumentMetadata { Id = document.Id }, cancellationToken), document.Id))];
    }
}
