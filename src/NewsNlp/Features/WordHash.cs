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
        return FeatureHash.Finish(hash, PlainUpToThree(FeatureHash.Rest(word)));
    }

    /// <summary>
    /// As <see cref="Plain(ReadOnlySpan{char})"/>, of a short word of ASCII characters, without a branch: see <see cref="FeatureHash.OfShort"/>.
    /// </summary>
    /// <returns>Whether all its characters are ASCII; else the hash has no meaning.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryPlainShort(ref char first, int length, out ulong hash)
    {
        ulong four = FeatureHash.FourAt(ref first, 0) & FeatureHash.AllIfMore(length, 3);
        ulong eight = FeatureHash.FourAt(ref first, 4) & FeatureHash.AllIfMore(length, 7);
        ulong rest = FeatureHash.RestAt(ref first, length);
        hash = FeatureHash.OfParts(length, PlainAscii(four), PlainAscii(eight), PlainAscii(rest));
        return ((four | eight | rest) & NonAscii) == 0;
    }

    /// <summary>A code unit in plain form, see <see cref="Plain(ReadOnlySpan{char})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Plain(char unit)
    {
        if (unit < 0x80) return (uint)(unit - 'A') <= 'Z' - 'A' ? (char)(unit | 0x20) : unit;
        return PlainNonAscii(unit);
    }

    /// <summary>
    /// The hash of what kinds of characters a word has: capital, small, digit, other letters; others stand for themselves.
    /// Runs count as two at most, so "Rome" and "Paris" are the same.
    /// </summary>
    public static ulong Shape(ReadOnlySpan<char> word)
    {
        ulong hash = FeatureHash.Start(0), packed = 0;
        int run = 0, kinds = 0;
        char last = '\0';
        foreach (char unit in word)
        {
            char kind = Kind(unit);
            run = kind == last ? run + 1 : 0;
            last = kind;
            if (run >= 2) continue;
            packed = (packed << 16) | kind;
            if (++kinds % 4 == 0) (hash, packed) = (FeatureHash.Next(hash, packed), 0);
        }
        return FeatureHash.Finish(hash, packed);
    }

    /// <summary>The hash of the last code units in plain form; of the whole word where it is shorter.</summary>
    public static ulong Suffix(ReadOnlySpan<char> word, int length) => Plain(word[Math.Max(0, word.Length - length)..]);

    /// <summary>The hash of the first code units in plain form; of the whole word where it is shorter.</summary>
    public static ulong Prefix(ReadOnlySpan<char> word, int length) => Plain(word[..Math.Min(word.Length, length)]);

    private static char Kind(char unit) => unit switch
    {
        >= 'a' and <= 'z' => 'x',
        >= 'A' and <= 'Z' => 'X',
        >= '0' and <= '9' => 'd',
        < (char)0x80 => unit,
        _ => char.IsUpper(unit) ? 'X' : char.IsLower(unit) ? 'x' : char.IsLetter(unit) ? 'l' : Plain(unit),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong PlainFour(ReadOnlySpan<char> word)
    {
        if (BitConverter.IsLittleEndian)
        {
            ulong four = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(word)));
            if ((four & NonAscii) == 0) return PlainAscii(four);
        }
        return Plain(word[0]) | ((ulong)Plain(word[1]) << 16) | ((ulong)Plain(word[2]) << 32) | ((ulong)Plain(word[3]) << 48);
    }

    /// <summary>Plain form of code units packed into a number; of places without one, which are NUL, nothing changes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong PlainUpToThree(ulong units) => (units & NonAscii) == 0 ? PlainAscii(units)
        : Plain((char)units) | ((ulong)Plain((char)(units >> 16)) << 16) | ((ulong)Plain((char)(units >> 32)) << 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong PlainAscii(ulong four)
    {
        // Bit 7 of each unit: set by the first sum above 'Z', by the second from 'A' on.
        ulong capital = ((four + 0x0025_0025_0025_0025) ^ (four + 0x003F_003F_003F_003F)) & 0x0080_0080_0080_0080;
        return four | (capital >> 2);
    }

    private static char PlainNonAscii(char unit) => unit switch
    {
        '\u2018' or '\u2019' or '\u02BC' or '\u00B4' => '\'',
        '\u201C' or '\u201D' or '\u201E' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        _ => char.ToLowerInvariant(unit),
    };
}
