namespace NewsNlp.Tokenization.Simd;

/// <summary>The classes of a window's units beyond ASCII; the names are those of <see cref="WindowMasks"/>.</summary>
internal struct NonAsciiMasks
{
    public ulong Space;
    public ulong Letter;
    public ulong Apostrophe;
    public ulong Symbol;
    public ulong Run;
    public ulong Hard;
    public ulong Continuation;
    public ulong LongApostrophe;
}
