using System.Runtime.InteropServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>The classes of a window's units beyond ASCII; the names are those of <see cref="WindowMasks"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NonAsciiMasks
{
    // The first in the order of the bits of NonAsciiClass: one store writes eight of them.
    public ulong Space;
    public ulong Letter;
    public ulong Apostrophe;
    public ulong Symbol;
    public ulong Run;
    public ulong Plain;
    public ulong Continuation;
    public ulong LongApostrophe;
    public ulong Hard;
}
