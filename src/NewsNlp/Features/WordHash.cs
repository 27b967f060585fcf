using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsNlp.Features;

/// <summary>
/// Hashes of whole words for features and lexicons. They count as features: a change here must raise
/// <see cref="FeatureHash.Version"/>.
/// </summary>
internal static class WordHash
{
    private const ulong NonAscii = 0xFF80FF80FF80FF80;

    /// <summary>
    /// The hash of a word in plain form: lower case (invariant), curly quotation marks as straight ones, dashes as
    /// hyphens. "Said" and "said", "workers’" and "workers'" are the same.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Plain(ReadOnlySpan<char> word)
    {
        ulong hash = FeatureHash.Start(word.Length);
        while (word.Length >= 4)
        {
            hash = FeatureHash.Next(hash, PlainFour(word));
            word = word[4..];
        }
        ulong rest = 0;
        for (int i = 0; i < word.Length; i++) rest = (rest << 16) | Plain(word[i]);
        return FeatureHash.Finish(hash, rest);
    }

    /// <summary>A code unit in plain form, see <see cref="Plain(ReadOnlySpan{char})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Plain(char unit)
    {
        if (unit < 0x80) return (uint)(unit - 'A') <= 'Z' - 'A' ? (char)(unit | 0x20) : unit;
        return PlainNonAscii(unit);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong PlainFour(ReadOnlySpan<char> word)
    {
        if (BitConverter.IsLittleEndian)
        {
            ulong four = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(word)));
            if ((four & NonAscii) == 0)
            {
                // Bit 7 of each unit: set by the first sum above 'Z', by the second from 'A' on.
                ulong capital = ((four + 0x0025_0025_0025_0025) ^ (four + 0x003F_003F_003F_003F)) & 0x0080_0080_0080_0080;
                return four | (capital >> 2);
            }
        }
        return Plain(word[0]) | ((ulong)Plain(word[1]) << 16) | ((ulong)Plain(word[2]) << 32) | ((ulong)Plain(word[3]) << 48);
    }

    private static char PlainNonAscii(char unit) => unit switch
    {
        '\u2018' or '\u2019' or '\u02BC' or '\u00B4' => '\'',
        '\u201C' or '\u201D' or '\u201E' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        _ => char.ToLowerInvariant(unit),
    };
}
