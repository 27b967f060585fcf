using System.Text;
using BenchmarkDotNet.Attributes;
using NewsNlp.Benchmarks.Reporting;
using NewsNlp.Tokenization;
using NewsNlp.Tokenization.Simd;

namespace NewsNlp.Benchmarks;

/// <summary>
/// The tokenizer alone, over hundreds of different articles (one article over and over would be learned by heart), by the width
/// of its vectors, the encoding, and the size of the documents that the articles are cut into or joined to.
/// </summary>
/// <remarks>
/// A row with vectors that the processor does not have measures the next narrower ones. For the tokenizer without intrinsics in
/// the rest of the platform either, set <c>DOTNET_EnableHWIntrinsic=0</c>.
/// </remarks>
[CorpusSize(Articles)]
public class TokenizerBenchmarks
{
    private const int Articles = 500;

    private readonly TokenBuffer _buffer = new();
    private EnglishTokenizer _tokenizer = new();
    private string[] _texts = [];
    private byte[][] _utf8 = [];

    /// <summary>How wide the vectors are.</summary>
    public enum Vectors
    {
        /// <summary>None: the scalar definition.</summary>
        Scalar,

        /// <summary>128 bits.</summary>
        Vector128,

        /// <summary>256 bits.</summary>
        Avx2,

        /// <summary>512 bits.</summary>
        Avx512,
    }

    /// <summary>How large a document is.</summary>
    public enum Documents
    {
        /// <summary>A paragraph of an article.</summary>
        Paragraph,

        /// <summary>An article.</summary>
        Article,

        /// <summary>All of the articles in one.</summary>
        Archive,
    }

    [ParamsAllValues]
    public Vectors Width { get; set; }

    [ParamsAllValues]
    public Documents Document { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var articles = Corpus.Of(Articles).Texts;
        _texts = Document switch
        {
            Documents.Paragraph => [.. articles.SelectMany(article => article.Split('\n', StringSplitOptions.RemoveEmptyEntries))],
            Documents.Article => [.. articles],
            _ => [string.Join("\n\n", articles)],
        };
        _utf8 = [.. _texts.Select(Encoding.UTF8.GetBytes)];
        _tokenizer = new EnglishTokenizer(new TokenRules(new TokenizerOptions()), (VectorWidth)(int)Width);
    }

    [Benchmark]
    public int Utf16() => TokenizerRuns.Count(_tokenizer, _buffer, _texts);

    [Benchmark]
    public int Utf8() => TokenizerRuns.Count(_tokenizer, _buffer, _utf8);
}
