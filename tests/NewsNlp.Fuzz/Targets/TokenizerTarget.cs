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

    private readonly (EnglishTokenizer Scalar, EnglishTokenizer[] Vectors)[] _tokenizers =
    [
        Tokenizers(new TokenizerOptions()),
        Tokenizers(new TokenizerOptions { HyphenatedCompounds = TokenSplitting.Keep, Contractions = TokenSplitting.Keep }),
        Tokenizers(new TokenizerOptions { Abbreviations = { "Ofcom", "e-mail", "houses", "re", "b2", "st-x" } }),
        Tokenizers(new TokenizerOptions { NeverSplit = { "C++", "Yahoo!", "a.b.c", "don't", "\u201Cso-called\u201D" } }),
    ];

    private readonly TokenBuffer _expected = new(), _expectedUtf8 = new(), _found = new();
    private int[] _offsets = new int[1024];

    public string Name => "tokenizer";

    public InputForm Form => InputForm.Text;

    /// <summary>How many times a tokenizer has read a text.</summary>
    public long Readings { get; private set; }

    public void Run(ReadOnlySpan<byte> input)
    {
        if (input.IsEmpty) return;
        var (scalar, vectors) = _tokenizers[input[0] % _tokenizers.Length];
        var bytes = input[1..];
        string text = TolerantText.Decode(bytes);
        CheckUtf16(scalar, vectors, text);
        CheckUtf8(scalar, vectors, bytes);
    }

    private void CheckUtf16(EnglishTokenizer scalar, EnglishTokenizer[] vectors, string text)
    {
        _expected.Clear();
        scalar.Tokenize(text, _expected);
        Readings++;
        CheckLossless(text, _expected);
        foreach (var tokenizer in vectors)
        {
            _found.Clear();
            tokenizer.Tokenize(text, _found);
            Readings++;
            if (!Same(_expected, _found)) throw new FindingException("Vectors find other tokens in UTF-16 than the definition does.");
        }
    }

    private void CheckUtf8(EnglishTokenizer scalar, EnglishTokenizer[] vectors, ReadOnlySpan<byte> bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        MapOffsets(bytes, text.Length);
        _expected.Clear();
        scalar.Tokenize(text, _expected);
        _expectedUtf8.Clear();
        for (int i = 0; i < _expected.Count; i++)
        {
            int start = _offsets[_expected.Starts[i]];
            _expectedUtf8.Add(start, _offsets[_expected.Starts[i] + _expected.Lengths[i]] - start, _expected.Kinds[i]);
        }

        Check(scalar, bytes);
        foreach (var tokenizer in vectors) Check(tokenizer, bytes);
        Readings++;
    }

    private void Check(EnglishTokenizer tokenizer, ReadOnlySpan<byte> bytes)
    {
        _found.Clear();
        tokenizer.Tokenize(bytes, _found);
        Readings++;
        if (!Same(_expectedUtf8, _found)) throw new FindingException("UTF-8 has other tokens than its text.");
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

    private static void CheckLossless(string text, TokenBuffer tokens)
    {
        int end = 0;
        for (int i = 0; i <= tokens.Count; i++)
        {
            int start = i < tokens.Count ? tokens.Starts[i] : text.Length;
            if (start < end) throw new FindingException("Tokens overlap or run out of the text.");
            foreach (char c in text.AsSpan(end, start - end))
            {
                if (char.IsLetterOrDigit(c) || char.IsPunctuation(c)) throw new FindingException($"U+{(int)c:X4} lies in no token.");
            }

            if (i == tokens.Count) break;
            if (tokens.Lengths[i] <= 0 || !Enum.IsDefined((TokenKind)tokens.Kinds[i])) throw new FindingException("A token is empty or of no kind.");
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
