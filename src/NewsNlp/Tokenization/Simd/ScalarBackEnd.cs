namespace NewsNlp.Tokenization.Simd;

/// <summary>The scalar definition, <see cref="TokenScanner"/>, alone.</summary>
internal sealed class ScalarBackEnd(TokenRules rules) : TokenizerBackEnd
{
    // Text in UTF-8 is read in parts, so that their copies in UTF-16 stay in the cache.
    private const int Part = 4096;

    public override VectorWidth Width => VectorWidth.None;

    public override void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens) => new TokenScanner(text, rules, tokens).Run();

    public override void Tokenize(ReadOnlySpan<byte> text, TokenBuffer tokens)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = Utf8Encoding.EndOfChunk(text, Math.Min(text.Length, start + Part));
            Utf8Encoding.ScanChunk(text, start, end, rules, tokens, tokens.Scratch);
            start = end;
        }
    }
}
