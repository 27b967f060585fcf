using System.Text;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using Microsoft.ML.Tokenizers;
using NewsNlp.Benchmarks;
using NewsNlp.Benchmarks.Reporting;
using NewsNlp.Tokenization;

namespace NewsNlp.ComparisonBenchmarks;

/// <summary>
/// Ways to cut English text into tokens that a .NET program has today. They do not find the same tokens: results/README.md
/// has the accuracy that belongs to each speed.
/// </summary>
[CorpusSize(Articles)]
public partial class TokenizerComparison
{
    private const int Articles = 500;

    private static readonly char[] WhiteSpace = [' ', '\t', '\r', '\n'];

    /// <summary>The conventions of the Penn Treebank as far as one expression says them.</summary>
    private readonly Regex _regex = new(
        """
        https?://\S+ | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ | [@\#]\w+
        | (?:\p{L}\.){2,} | (?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|St|Inc|Corp|Ltd|Co|No|vs|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.
        | \d+(?:[.,:]\d+)*
        | \p{L}+(?=n['’]t\b) | n['’]t\b | ['’](?:s|m|d|re|ve|ll)\b
        | \p{L}[\p{L}\p{M}\d]* | \.{2,} | -{2,} | [^\s]
        """,
        RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace);

    private readonly IReadOnlyList<string> _texts = Corpus.Of(Articles).Texts;
    private readonly EnglishTokenizer _tokenizer = new();
    private readonly TokenBuffer _buffer = new();
    private readonly byte[][] _utf8 = [.. Corpus.Of(Articles).Texts.Select(Encoding.UTF8.GetBytes)];
    private readonly PreTokenizer _machineLearning = PreTokenizer.CreateWordOrNonWord();

    [Benchmark(Baseline = true)]
    public int NewsNlp() => TokenizerRuns.Count(_tokenizer, _buffer, _texts);

    [Benchmark]
    public int NewsNlpUtf8() => TokenizerRuns.Count(_tokenizer, _buffer, _utf8);

    [Benchmark]
    public int StringSplit()
    {
        var tokens = 0;
        foreach (var text in _texts)
        {
            tokens += text.Split(WhiteSpace, StringSplitOptions.RemoveEmptyEntries).Length;
        }

        return tokens;
    }

    [Benchmark]
    public int CompiledRegex()
    {
        var tokens = 0;
        foreach (var text in _texts)
        {
            foreach (var match in _regex.EnumerateMatches(text))
            {
                tokens += match.Length > 0 ? 1 : 0;
            }
        }

        return tokens;
    }

    [Benchmark]
    public int MicrosoftMLTokenizers()
    {
        var tokens = 0;
        foreach (var text in _texts)
        {
            foreach (var (_, length) in _machineLearning.PreTokenize(text))
            {
                tokens += length > 0 ? 1 : 0;
            }
        }

        return tokens;
    }

    [Benchmark]
    public int LuceneStandardTokenizer()
    {
        var tokens = 0;
        using var lucene = new StandardTokenizer(LuceneVersion.LUCENE_48, TextReader.Null);
        var offsets = lucene.AddAttribute<IOffsetAttribute>();
        foreach (var text in _texts)
        {
            lucene.SetReader(new StringReader(text));
            lucene.Reset();
            while (lucene.IncrementToken())
            {
                tokens += offsets.EndOffset > offsets.StartOffset ? 1 : 0;
            }

            lucene.End();

            // Ends the text, not the tokenizer: it is made to be used again.
            lucene.Dispose();
        }

        return tokens;
    }
}
