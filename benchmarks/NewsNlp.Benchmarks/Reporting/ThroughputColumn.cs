using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace NewsNlp.Benchmarks.Reporting;

/// <summary>How much text a benchmark reads in a second.</summary>
public sealed class ThroughputColumn : IColumn
{
    private readonly ConcurrentDictionary<int, Corpus> _corpora = new();
    private readonly Func<Corpus, double> _amount;

    private ThroughputColumn(string name, string legend, Func<Corpus, double> amount)
    {
        ColumnName = name;
        Legend = legend;
        _amount = amount;
    }

    /// <summary>Millions of our tokens in a second.</summary>
    public static ThroughputColumn Tokens { get; } =
        new("M tokens/s", "Millions of tokens read in a second; the tokens are counted by our tokenizer", corpus => corpus.Tokens / 1e6);

    /// <summary>Megabytes of UTF-8 in a second.</summary>
    public static ThroughputColumn Bytes { get; } =
        new("MB/s", "Megabytes read in a second, as UTF-8 (1 MB = 1,000,000 B)", corpus => corpus.Bytes / 1e6);

    /// <inheritdoc/>
    public string Id => nameof(ThroughputColumn) + ColumnName;

    /// <inheritdoc/>
    public string ColumnName { get; }

    /// <inheritdoc/>
    public string Legend { get; }

    /// <inheritdoc/>
    public bool AlwaysShow => true;

    /// <inheritdoc/>
    public ColumnCategory Category => ColumnCategory.Custom;

    /// <inheritdoc/>
    public int PriorityInCategory => 0;

    /// <inheritdoc/>
    public bool IsNumeric => true;

    /// <inheritdoc/>
    public UnitType UnitType => UnitType.Dimensionless;

    /// <inheritdoc/>
    public bool IsAvailable(Summary summary) => true;

    /// <inheritdoc/>
    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        var size = benchmarkCase.Descriptor.Type.GetCustomAttribute<CorpusSizeAttribute>();
        var mean = summary[benchmarkCase]?.ResultStatistics?.Mean;
        return size is null || mean is null
            ? "-"
            : (_amount(_corpora.GetOrAdd(size.Articles, Corpus.Of)) / (mean.Value / 1e9)).ToString("0.00", CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    /// <inheritdoc/>
    public override string ToString() => ColumnName;
}
