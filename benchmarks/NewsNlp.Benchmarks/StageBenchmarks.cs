using BenchmarkDotNet.Attributes;
using NewsNlp.Benchmarks.Reporting;
using NewsNlp.Documents;

namespace NewsNlp.Benchmarks;

/// <summary>
/// The default pipeline up to a layer, without those behind it. What a stage costs is the difference to the row before.
/// </summary>
[CorpusSize(Articles)]
public class StageBenchmarks
{
    private const int Articles = 100;

    private readonly IReadOnlyList<string> _texts = Corpus.Of(Articles).Texts;
    private NlpPipeline _pipeline = NlpPipeline.CreateDefault();

    /// <summary>The layers of the default pipeline, in their order.</summary>
    public static IEnumerable<Layer> Layers => NlpPipeline.CreateDefault().Layers;

    /// <summary>The last layer that is computed.</summary>
    [ParamsSource(nameof(Layers))]
    public Layer UpTo { get; set; }

    [GlobalSetup]
    public void Build()
    {
        var builder = NlpPipelineBuilder.CreateDefault();
        foreach (var layer in Layers.Where(layer => layer > UpTo))
        {
            builder.Without(layer);
        }

        _pipeline = builder.Build();
    }

    [Benchmark]
    public int Process()
    {
        var length = 0;
        foreach (var text in _texts)
        {
            length += _pipeline.Process(text).Text.Length;
        }

        return length;
    }
}
