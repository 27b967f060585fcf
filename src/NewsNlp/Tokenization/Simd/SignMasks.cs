using System.Runtime.InteropServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>The signs of a window; names and order are those of <see cref="SignClass"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
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
