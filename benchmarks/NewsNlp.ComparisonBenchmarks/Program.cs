using BenchmarkDotNet.Running;
using NewsNlp.Benchmarks.Reporting;
using NewsNlp.ComparisonBenchmarks.Values;

if (args is ["values", .. var options])
{
    ValueComparison.Run(Console.Out, options.FirstOrDefault(option => option != "--verbose"), options.Contains("--verbose"));
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(NewsNlp.ComparisonBenchmarks.TokenizerComparison).Assembly).Run(args, ThroughputConfig.Create());
