namespace NewsNlp.Tokenization.Simd;

/// <summary>Endings as numbers: the bytes of their letters, the first one lowest.</summary>
internal static class Suffixes
{
    public const uint Esque = 'e' | ('s' << 8) | ('q' << 16) | ((uint)'u' << 24);
    public const uint Ish = 'i' | ('s' << 8) | ('h' << 16);
    public const uint Wise = 'w' | ('i' << 8) | ('s' << 16) | ((uint)'e' << 24);
}
