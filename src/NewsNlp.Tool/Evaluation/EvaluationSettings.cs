using NewsNlp.Evaluation.Quotations;

namespace NewsNlp.Tool.Evaluation;

/// <summary>What <c>newsnlp evaluate</c> was asked to do.</summary>
internal sealed record EvaluationSettings
{
    public required string Gold { get; init; }

    /// <summary>What the system found; null to let the tool annotate the texts of the gold.</summary>
    public string? System { get; init; }

    /// <summary>A file with the texts of the gold; null where the gold has them.</summary>
    public string? Texts { get; init; }

    /// <summary>What ids of the documents begin with; empty for all.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = [];

    /// <summary>Leaves out documents whose text was put together from tokens.</summary>
    public bool ArticleOnly { get; init; }

    /// <summary>The entity labels that count; empty for those of the gold and those that most data sets have.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    public bool FourClasses { get; init; }

    public IReadOnlyList<QuoteSubset> Subsets { get; init; } = [QuoteSubset.All];

    public bool KeepSingletons { get; init; }

    /// <summary>How many samples the intervals rest on; 0 for no intervals.</summary>
    public int Samples { get; init; } = 1000;

    public long Seed { get; init; } = 1;

    public bool Json { get; init; }

    /// <summary>How many single errors to list.</summary>
    public int Errors { get; init; }

    public string? Model { get; init; }
}
