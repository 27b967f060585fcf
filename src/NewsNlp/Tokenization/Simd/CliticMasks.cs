using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>The letters of clitics in a window, in either case; names and order are those of <see cref="CliticClass"/>.</summary>
[StructLayout(LayoutKind.Sequential, Size = 8 * sizeof(ulong))]
internal struct CliticMasks
{
    /// <summary>Letters that are a clitic alone: s, m, d.</summary>
    public ulong Single;

    public ulong N;
    public ulong T;

    /// <summary>First letters before an e: r, v.</summary>
    public ulong RV;

    public ulong E;
    public ulong L;

    /// <summary>What stands before the apostrophe of Irish names.</summary>
    public ulong O;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CliticMasks Find<TLetters>(TLetters letters)
        where TLetters : struct, ILetters
    {
        CliticMasks masks;
        masks.Single = letters.Find('s') | letters.Find('m') | letters.Find('d');
        masks.N = letters.Find('n');
        masks.T = letters.Find('t');
        masks.RV = letters.Find('r') | letters.Find('v');
        masks.E = letters.Find('e');
        masks.L = letters.Find('l');
        masks.O = letters.Find('o');
        return masks;
    }
}
