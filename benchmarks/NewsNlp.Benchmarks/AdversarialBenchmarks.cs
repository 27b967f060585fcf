using BenchmarkDotNet.Attributes;
using NewsNlp.Fuzz.Generation;

namespace NewsNlp.Benchmarks;

/// <summary>
/// What the dearest of the texts that no newsroom writes cost beside news of the same number of tokens, whatever their length: divide the
/// mean by the tokens. All kinds, up to 50 million code units: <c>NewsNlp.Fuzz -- curve</c>.
/// </summary>
public class AdversarialBenchmarks
{
    private readonly NlpPipeline _pipeline = NlpPipeline.CreateDefault();
    private string _text = "";

    [Params("news", "colons", "punctuation", "names", "speakers")]
    public string Kind { get; set; } = "news";

    [Params(1_000, 10_000, 100_000)]
    public int Tokens { get; set; }

    [GlobalSetup]
    public void MakeText()
    {
        // As many code units as give the tokens, from what a sample has.
        const int Sample = 20_000;
        var length = (int)((long)Sample * Tokens / _pipeline.Process(Make(Sample)).Tokens.Count);
        _text = Make(length);
    }

    [Benchmark]
    public int Process() => _pipeline.Process(_text).Tokens.Count;

    private string Make(int length)
    {
        if (Kind != "news")
        {
            return AdversarialTexts.Make(Kind, length);
        }

        var articles = string.Join("\n\n", Corpus.Of(100).Texts);
        return string.Concat(Enumerable.Repeat(articles + "\n\n", (length / articles.Length) + 1))[..length];
    }
}
