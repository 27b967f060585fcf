using NewsNlp.Documents;
using NewsNlp.Tool.Evaluation.Gold;
using NewsNlp.Tool.Hosting;

namespace NewsNlp.Tool.Evaluation;

/// <summary>One run of <c>newsnlp evaluate</c>.</summary>
internal sealed class EvaluationRun(EvaluationSettings settings, ToolHost host)
{
    /// <returns>What to print.</returns>
    /// <exception cref="ToolException">The gold or the system's documents cannot be used.</exception>
    public string Run(CancellationToken cancellationToken)
    {
        var gold = GoldFile.Read(settings.Gold, settings.Texts);
        if (settings.ArticleOnly) gold = [.. gold.Where(document => document.IsOriginalText)];
        if (settings.Prefixes.Count > 0) gold = [.. gold.Where(document => settings.Prefixes.Any(prefix => document.Id.StartsWith(prefix, StringComparison.Ordinal)))];
        if (gold.Count == 0) throw new ToolException($"{settings.Gold}: there are no documents to evaluate");
        var labels = gold.SelectMany(document => document.Mentions ?? []).Select(mention => mention.Label).ToHashSet();
        var scorer = new DocumentScorer(settings, labels);
        var system = settings.System is null ? Annotated(gold, cancellationToken) : Read(settings.System, gold);
        int missing = 0;
        for (int i = 0; i < gold.Count; i++)
        {
            if (system[i] is null) missing++;
            scorer.Add(gold[i], system[i]);
        }

        var evaluation = new Evaluated(settings, gold.Count, missing, scorer);
        return settings.Json ? EvaluationJson.Write(evaluation) : EvaluationText.Write(evaluation);
    }

    private List<Document?> Annotated(List<GoldDocument> gold, CancellationToken cancellationToken)
    {
        var annotate = host.LoadPipeline(settings.Model);
        return [.. gold.AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .Select(document => (Document?)annotate(document.Text, new DocumentMetadata { Id = document.Id }, cancellationToken))];
    }

    private static List<Document?> Read(string path, List<GoldDocument> gold)
    {
        var system = SystemDocuments.Read(path, gold);
        return [.. gold.Select(document => system.GetValueOrDefault(document.Id))];
    }
}

/// <summary>What an evaluation found.</summary>
internal sealed record Evaluated(EvaluationSettings Settings, int Documents, int Missing, DocumentScorer Scores);
