using BenchmarkDotNet.Attributes;
using NewsNlp.Benchmarks.Reporting;
using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Quotations;

namespace NewsNlp.Benchmarks;

/// <summary>Quote attribution alone: the documents have all the layers that it reads.</summary>
[CorpusSize(Articles)]
public class QuoteBenchmarks
{
    private const int Articles = 100;

    private readonly QuoteWorkspace _workspace = new(QuoteModels.Read(NlpModel.Default));
    private Document[] _documents = [];

    [GlobalSetup]
    public void Read()
    {
        var pipeline = NlpPipelineBuilder.CreateDefault().Without(Layer.Quotes).Without(Layer.Coreference).Build();
        _documents = [.. Corpus.Of(Articles).Texts.Select(text => pipeline.Process(text))];
    }

    [Benchmark]
    public int Attribute()
    {
        var quotes = 0;
        foreach (var document in _documents)
        {
            _workspace.Attribute(document, CancellationToken.None);
            quotes += _workspace.Accepted.Count;
            _workspace.Release();
        }

        return quotes;
    }
}
