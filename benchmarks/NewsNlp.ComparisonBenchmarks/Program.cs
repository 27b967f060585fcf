using BenchmarkDotNet.Running;
using NewsNlp.Benchmarks.Reporting;

BenchmarkSwitcher.FromAssembly(typeof(NewsNlp.ComparisonBenchmarks.TokenizerComparison).Assembly).Run(args, ThroughputConfig.Create());
