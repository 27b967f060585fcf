namespace NewsNlp.Benchmarks.Reporting;

/// <summary>How many articles one operation of a benchmark class reads; the throughput columns divide by their size.</summary>
/// <param name="articles">The number of articles.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CorpusSizeAttribute(int articles) : Attribute
{
    /// <summary>The number of articles.</summary>
    public int Articles => articles;
}
