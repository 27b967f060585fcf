namespace NewsNlp.Tokenization.Simd;

/// <summary>One way to find tokens; all of them find the same. It is chosen once, when a tokenizer is made.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal abstract class TokenizerBackEnd
{
    public abstract VectorWidth Width { get; }

    public abstract void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens);

    public abstract void Tokenize(ReadOnlySpan<byte> text, TokenBuffer tokens);

    /// <summary>The widest back end that the processor has, up to a width, and that can read the rules.</summary>
    public static TokenizerBackEnd Create(TokenRules rules, VectorWidth most)
    {
        if (most == VectorWidth.None || !Vector128Width.IsSupported || !WindowRules.CanRead(rules))
        {
            return new ScalarBackEnd(rules);
        }

        var windowRules = new WindowRules(rules);
        if (most >= VectorWidth.Avx512 && Avx512Width.IsSupported)
        {
            return new WindowBackEnd<Avx512Width>(windowRules, VectorWidth.Avx512);
        }

        return most >= VectorWidth.Avx2 && Avx2Width.IsSupported
            ? new WindowBackEnd<Avx2Width>(windowRules, VectorWidth.Avx2)
            : new WindowBackEnd<Vector128Width>(windowRules, VectorWidth.Vector128);
    }
}
