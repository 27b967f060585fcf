using System.Text;
using NewsNlp.Documents;
using NewsNlp.Tokenization;
using NewsNlp.Tokenization.Simd;

namespace NewsNlp.Fuzz.Targets;

/// <summary>
/// The tokenizer with all widths of vectors and none, in UTF-16 and UTF-8: the same tokens each time, and every character that is to
/// lie in a token in exactly one.
/// </summary>
/// <remarks>The first byte picks the options. <see cref="Readings"/> counts the texts read, several for each input.</remarks>
internal sealed class TokenizerTarget : IFuzzTarget
{
    private static readonly VectorWidth[] Widths = [VectorWidth.Vector128, VectorWidth.Avx2, VectorWidth.Avx512];

    private static readonly TokenKind LastKind = Enum.GetValues<TokenKind>().Max();

    private readonly (EnglishTokenizer Scalar, EnglishTokenizer[] Vectors)[] _tokenizers =
    [
        Tokenizers(new TokenizerOptions()),
        Tokenizers(new TokenizerOptions { HyphenatedCompounds = TokenSplitting.Keep, Contractions = TokenSplitting.Keep }),
        Tokenizers(new TokenizerOptions { Abbreviations = { "Ofcom", "e-mail", "houses", "re", "b2", "st-x" } }),
        Tokenizers(new TokenizerOptions { NeverSplit = { "C++", "Yahoo!", "a.b.c", "don't", "\u201Cso-called\u201D" } }),
    ];

    private readonly TokenBuffer _expected = new(), _expectedUtf8 = new(), _found = new();
    private int[] _offsets = new int[1024];
    private char[]? _tolerant, _strict;

    public string Name => "tokenizer";

    public InputForm Form => InputForm.Text;

    /// <summary>How many times a tokenizer has read a text.</summary>
    public long Readings { get; private set; }

    public void Run(ReadOnlySpan<byte> input)
    {
        if (input.IsEmpty) return;
        var (scalar, vectors) = _tokenizers[input[0] % _tokenizers.Length];
        var bytes = input[1..];
        var text = TolerantText.Decode(bytes, ref _tolerant, out bool isValid);
        CheckUtf16(scalar, vectors, text);
        if (!isValid)
        {
            text = Replacing(bytes);
            Read(scalar, text, _expected);
        }

        CheckUtf8(scalar, vectors, bytes, text);
    }

    private void CheckUtf16(EnglishTokenizer scalar, EnglishTokenizer[] vectors, ReadOnlySpan<char> text)
    {
        Read(scalar, text, _expected);
        CheckLossless(text, _expected);
        foreach (var tokenizer in vectors)
        {
            Read(tokenizer, text, _found);
            if (!Same(_expected, _found)) throw new FindingException("Vectors find other tokens in UTF-16 than the definition does.");
        }
    }

    /// <summary>Compares with the tokens of the text that the bytes hold, which were expected last.</summary>
    private void CheckUtf8(EnglishTokenizer scalar, EnglishTokenizer[] vectors, ReadOnlySpan<byte> bytes, ReadOnlySpan<char> text)
    {
        var expected = _expected;
        if (text.Length != bytes.Length)
        {
            MapOffsets(bytes, text.Length);
            expected = _expectedUtf8;
            expected.Clear();
            for (int i = 0; i < _expected.Count; i++)
            {
                int start = _offsets[_expected.Starts[i]];
                expected.Add(start, _offsets[_expected.Starts[i] + _expected.Lengths[i]] - start, _expected.Kinds[i]);
            }
        }

        Check(scalar, bytes, expected);
        foreach (var tokenizer in vectors) Check(tokenizer, bytes, expected);
    }

    private void Check(EnglishTokenizer tokenizer, ReadOnlySpan<byte> bytes, TokenBuffer expected)
    {
        _found.Clear();
        tokenizer.Tokenize(bytes, _found);
        Readings++;
        if (!Same(expected, _found)) throw new FindingException("UTF-8 has other tokens than its text.");
    }

    private void Read(EnglishTokenizer tokenizer, ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        tokens.Clear();
        tokenizer.Tokenize(text, tokens);
        Readings++;
    }

    /// <summary>The text as the platform's decoder makes it, each part that is not valid replaced.</summary>
    private ReadOnlySpan<char> Replacing(ReadOnlySpan<byte> bytes)
    {
        if (_strict is null || _strict.Length < bytes.Length) _strict = new char[Math.Max(256, 2 * bytes.Length)];
        return _strict.AsSpan(0, Encoding.UTF8.GetChars(bytes, _strict));
    }

    /// <summary>Where each UTF-16 code unit of the text that the platform's decoder makes starts in the bytes.</summary>
    private void MapOffsets(ReadOnlySpan<byte> bytes, int textLength)
    {
        if (_offsets.Length <= textLength) _offsets = new int[2 * textLength + 1];
        int unit = 0;
        for (int at = 0; at < bytes.Length;)
        {
            Rune.DecodeFromUtf8(bytes[at..], out var rune, out int length);
            for (int i = 0; i < rune.Utf16SequenceLength; i++) _offsets[unit++] = at;
            at += length;
        }

        _offsets[unit] = bytes.Length;
        if (unit != textLength) throw new FindingException("The platform decodes UTF-8 in two ways.");
    }

    private static void CheckLossless(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        int end = 0;
        for (int i = 0; i <= tokens.Count; i++)
        {
            int start = i < tokens.Count ? tokens.Starts[i] : text.Length;
            if (start < end) throw new FindingException("Tokens overlap or run out of the text.");
            foreach (char c in text[end..start])
            {
                if (char.IsLetterOrDigit(c) || char.IsPunctuation(c)) throw new FindingException($"U+{(int)c:X4} lies in no token.");
            }

            if (i == tokens.Count) break;
            if (tokens.Lengths[i] <= 0 || tokens.Kinds[i] > LastKind) throw new FindingException("A token is empty or of no kind.");
            end = start + tokens.Lengths[i];
        }
    }

    private static bool Same(TokenBuffer expected, TokenBuffer found) =>
        expected.Starts.SequenceEqual(found.Starts) && expected.Lengths.SequenceEqual(found.Lengths) && expected.Kinds.SequenceEqual(found.Kinds);

    private static (EnglishTokenizer Scalar, EnglishTokenizer[] Vectors) Tokenizers(TokenizerOptions options)
    {
        var rules = new TokenRules(options);
        return (
            new EnglishTokenizer(rules, VectorWidth.None),
            [.. Widths.Where(width => TokenizerBackEnd.Create(rules, width).Width == width).Select(width => new EnglishTokenizer(rules, width))]);
    }
}
