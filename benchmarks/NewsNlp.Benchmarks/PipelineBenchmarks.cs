using System.Buffers;
using BenchmarkDotNet.Attributes;
using NewsNlp.Batches;
using NewsNlp.Benchmarks.Reporting;
using NewsNlp.Documents;
using NewsNlp.Export;

namespace NewsNlp.Benchmarks;

/// <summary>The default pipeline, from the string to the finished document.</summary>
[CorpusSize(Articles)]
public class PipelineBenchmarks
{
    private const int Articles = 200;

    private readonly IReadOnlyList<string> _texts = Corpus.Of(Articles).Texts;
    private readonly NlpPipeline _pipeline = NlpPipeline.CreateDefault();
    private readonly ArrayBufferWriter<byte> _json = new(1 << 20);
    private Document[] _documents = [];

    [GlobalSetup]
    public void ReadOnce() => _documents = [.. _texts.Select(text => _pipeline.Process(text))];

    [Benchmark(Baseline = true)]
    public int Process()
    {
        var tokens = 0;
        foreach (var text in _texts)
        {
            tokens += _pipeline.Process(text).Tokens.Count;
        }

        return tokens;
    }

    [Benchmark]
    public async Task<int> ProcessManyAsync()
    {
        var tokens = 0;
        await foreach (var item in _pipeline.ProcessManyAsync(_texts, text => text, new BatchOptions()))
        {
            tokens += item.Document.Tokens.Count;
        }

        return tokens;
    }

    [Benchmark]
    public int WriteJson()
    {
        _json.ResetWrittenCount();
        foreach (var document in _documents)
        {
            DocumentJsonWriter.Write(document, _json);
        }

        return _json.WrittenCount;
    }
}
