using BenchmarkDotNet.Attributes;
using NewsNlp.Benchmarks.Reporting;
using NewsNlp.Sentences;
using NewsNlp.Tokenization;

namespace NewsNlp.Benchmarks;

/// <summary>What sentences cost beside tokens, over hundreds of different articles.</summary>
[CorpusSize(Articles)]
public class SentenceBenchmarks
{
    private const int Articles = 500;

    private readonly IReadOnlyList<string> _texts = Corpus.Of(Articles).Texts;
    private readonly EnglishTokenizer _tokenizer = new();
    private readonly EnglishSentenceSplitter _splitter = new();
    private readonly TokenBuffer _tokens = new();
    private readonly SentenceBuffer _sentences = new();

    [Benchmark(Baseline = true)]
    public int Tokens() => TokenizerRuns.Count(_tokenizer, _tokens, _texts);

    [Benchmark]
    public int TokensAndSentences()
    {
        var tokens = 0;
        foreach (var text in _texts)
        {
            _tokens.Clear();
            _tokenizer.Tokenize(text, _tokens);
            _splitter.Split(text, _tokens, _sentences);
            tokens += _tokens.Count;
        }

        return tokens;
    }
}
