namespace NewsNlp.Tokenization.Simd;

/// <summary>The window tokenizer with one width of vectors.</summary>
internal sealed class WindowBackEnd<TWidth>(WindowRules rules, VectorWidth width) : TokenizerBackEnd
    where TWidth : struct, IWindowWidth
{
    public override VectorWidth Width => width;

    public override void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens) =>
        WindowTokenizer<char, Utf16Encoding, TWidth>.Run(text, rules, tokens);

    public override void Tokenize(ReadOnlySpan<byte> text, TokenBuffer tokens) =>
        WindowTokenizer<byte, Utf8Encoding, TWidth>.Run(text, rules, tokens);
}
