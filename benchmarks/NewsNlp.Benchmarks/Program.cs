using BenchmarkDotNet.Running;
using NewsNlp.Benchmarks.Reporting;

BenchmarkSwitcher.FromAssembly(typeof(NewsNlp.Benchmarks.TokenizerBenchmarks).Assembly).Run(args, ThroughputConfig.Create());
