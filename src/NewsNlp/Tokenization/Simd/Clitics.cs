using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>Tells clitics by the four units behind an apostrophe.</summary>
internal static class Clitics
{
    private const ushort Re = 'r' | ('e' << 8);
    private const ushort Ve = 'v' | ('e' << 8);
    private const ushort Ll = 'l' | ('l' << 8);

    /// <summary>What stands behind an apostrophe.</summary>
    /// <param name="letters">The four units behind it, the first one lowest.</param>
    /// <param name="isWord">Bit i: whether unit i + 1 of them is part of a word.</param>
    /// <returns>1 for 's, 'm, 'd, 're, 've or 'll with no letter behind it; 2 for a t alone; else 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(uint letters, uint isWord)
    {
        letters |= 0x2020;
        var first = (byte)letters;
        var two = (ushort)letters;
        var isOne = (isWord & 1) == 0;
        var isShort = (first == 's' | first == 'm' | first == 'd') & isOne;
        var isLong = (two == Re | two == Ve | two == Ll) & (isWord & 2) == 0;
        return isShort | isLong ? 1 : first == 't' & isOne ? 2 : 0;
    }
}
