using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;

namespace NewsNlp.Benchmarks.Reporting;

/// <summary>What every benchmark of this project reports: time, throughput and allocated bytes.</summary>
public static class ThroughputConfig
{
    /// <summary>The configuration.</summary>
    public static IConfig Create() => DefaultConfig.Instance
        .AddColumn(ThroughputColumn.Tokens, ThroughputColumn.Bytes)
        .AddDiagnoser(MemoryDiagnoser.Default);
}
