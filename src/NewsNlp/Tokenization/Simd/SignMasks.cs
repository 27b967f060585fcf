namespace NewsNlp.Tokenization.Simd;

/// <summary>The signs of a window; the names are those of <see cref="SignClass"/>.</summary>
internal struct SignMasks
{
    public ulong Hard;
    public ulong Lone;
    public ulong Stop;
    public ulong Dollar;
    public ulong Comma;
    public ulong Colon;
    public ulong Run;
    public ulong Symbol;
}
