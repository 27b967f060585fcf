using NewsNlp.Tokenization;
using NewsNlp.Tokenization.Simd;

namespace NewsNlp.Tests.Tokenization.Simd;

/// <summary>Tokenizers of every width of vectors that this processor has, over several sets of rules.</summary>
internal sealed class BackEnds
{
    private static readonly VectorWidth[] Widths = [VectorWidth.Vector128, VectorWidth.Avx2, VectorWidth.Avx512];

    private BackEnds(TokenizerOptions options)
    {
        var rules = new TokenRules(options);
        Scalar = new EnglishTokenizer(rules, VectorWidth.None);
        Vectors = [.. Widths.Where(width => TokenizerBackEnd.Create(rules, width).Width == width)
            .Select(width => (width, new EnglishTokenizer(rules, width)))];
    }

    public static BackEnds Default { get; } = new(new TokenizerOptions());

    public static BackEnds[] All { get; } =
    [
        Default,
        new(new TokenizerOptions { HyphenatedCompounds = TokenSplitting.Keep, Contractions = TokenSplitting.Keep }),
        new(new TokenizerOptions { Abbreviations = { "Ofcom", "e-mail", "École", "houses", "governmental", "re", "b2", "st-x" } }),
    ];

    /// <summary>The definition.</summary>
    public EnglishTokenizer Scalar { get; }

    public IReadOnlyList<(VectorWidth Width, EnglishTokenizer Tokenizer)> Vectors { get; }

    /// <summary>Asserts that every back end finds the definition's tokens, in UTF-16.</summary>
    public void AssertSame(string text)
    {
        var expected = new TokenBuffer();
        Scalar.Tokenize(text, expected);
        var found = new TokenBuffer();
        foreach (var (width, tokenizer) in Vectors)
        {
            found.Clear();
            tokenizer.Tokenize(text, found);
            AssertSame(expected, found, $"UTF-16, {width}", text);
        }
    }

    /// <summary>Asserts that every back end, the scalar one too, finds the tokens of the bytes' text, at its bytes.</summary>
    public void AssertSame(byte[] utf8)
    {
        var (text, offsets) = Decode(utf8);
        var characters = new TokenBuffer();
        Scalar.Tokenize(text, characters);
        var expected = new TokenBuffer();
        for (var i = 0; i < characters.Count; i++)
        {
            var start = offsets[characters.Starts[i]];
            expected.Add(start, offsets[characters.Starts[i] + characters.Lengths[i]] - start, characters.Kinds[i]);
        }

        var found = new TokenBuffer();
        foreach (var (width, tokenizer) in Vectors.Append((VectorWidth.None, Scalar)))
        {
            found.Clear();
            tokenizer.Tokenize(utf8, found);
            AssertSame(expected, found, $"UTF-8, {width}", text);
        }
    }

    /// <summary>The text of bytes as the decoder of the platform has it, and where each of its characters starts.</summary>
    private static (string Text, int[] Offsets) Decode(byte[] utf8)
    {
        var text = System.Text.Encoding.UTF8.GetString(utf8);
        var offsets = new List<int>();
        for (var index = 0; index < utf8.Length;)
        {
            System.Text.Rune.DecodeFromUtf8(utf8.AsSpan(index), out var rune, out var length);
            offsets.AddRange(Enumerable.Repeat(index, rune.Utf16SequenceLength));
            index += length;
        }

        offsets.Add(utf8.Length);
        Assert.Equal(text.Length + 1, offsets.Count);
        return (text, [.. offsets]);
    }

    private static void AssertSame(TokenBuffer expected, TokenBuffer found, string what, string text)
    {
        var same = expected.Starts.SequenceEqual(found.Starts)
            && expected.Lengths.SequenceEqual(found.Lengths)
            && expected.Kinds.SequenceEqual(found.Kinds);
        Assert.True(same, $"{what} differs on: {text}");
    }
}
