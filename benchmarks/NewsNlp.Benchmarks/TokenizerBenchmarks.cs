using BenchmarkDotNet.Attributes;
using NewsNlp.Benchmarks.Reporting;
using NewsNlp.Tokenization;

namespace NewsNlp.Benchmarks;

/// <summary>The tokenizer alone, over hundreds of different articles: one article over and over would be learned by heart.</summary>
[CorpusSize(Articles)]
public class TokenizerBenchmarks
{
    private const int Articles = 500;

    private readonly IReadOnlyList<string> _texts = Corpus.Of(Articles).Texts;
    private readonly EnglishTokenizer _tokenizer = new();
    private readonly TokenBuffer _buffer = new();

    [Benchmark]
    public int Tokenize()
    {
        var tokens = 0;
        foreach (var text in _texts)
        {
            _buffer.Clear();
            _tokenizer.Tokenize(text, _buffer);
            tokens += _buffer.Count;
        }

        return tokens;
    }
}
