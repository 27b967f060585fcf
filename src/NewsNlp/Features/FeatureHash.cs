using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsNlp.Features;

/// <summary>
/// Hashes for the features of learned models: 64-bit values for words and other parts, folded to the 32-bit feature
/// that a model's weight table is keyed by. Values are the same on every machine, and a model file depends on them:
/// whoever changes a constant here must change <see cref="Version"/>, so that models trained before are refused.
/// </summary>
/// <remarks>The fold is the high and low half of a 128-bit product, as in wyhash (Wang Yi), with constants of our own choice.</remarks>
internal static class FeatureHash
{
    /// <summary>Part of every model's fingerprint.</summary>
    public const int Version = 1;

    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xD1B54A32D192ED03;
    private const ulong Third = 0x8CB92BA72F3D8DD7;

    /// <summary>The 64-bit hash of some text, code unit by code unit (case matters).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ReadOnlySpan<char> text)
    {
        ulong hash = Start(text.Length);
        while (text.Length >= 4)
        {
            hash = Next(hash, Four(text));
            text = text[4..];
        }
        return Finish(hash, Rest(text));
    }

    /// <summary>How many code units <see cref="OfShort"/> takes at most.</summary>
    internal const int ShortLength = 11;

    /// <summary>How many code units must be readable from the first one of a short word on.</summary>
    internal const int ShortReach = 12;

    /// <summary>As <see cref="Of(ReadOnlySpan{char})"/>, of a short word, without a branch.</summary>
    /// <param name="first">Its first code unit; <see cref="ShortReach"/> can be read.</param>
    /// <param name="length">Its length, <see cref="ShortLength"/> at most.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong OfShort(ref char first, int length) =>
        OfParts(length, FourAt(ref first, 0), FourAt(ref first, 4), RestAt(ref first, length));

    /// <summary>The hash of a short word's parts: its first units, the four behind them, and what is left behind the last full four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong OfParts(int length, ulong four, ulong eight, ulong rest)
    {
        ulong hash = Start(length);
        hash ^= (hash ^ Next(hash, four)) & AllIfMore(length, 3);
        hash ^= (hash ^ Next(hash, eight)) & AllIfMore(length, 7);
        return Finish(hash, LastLowest(rest, length & 3));
    }

    /// <summary>All ones where a length is more than another, else zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong AllIfMore(int length, int than) => (ulong)((long)(than - length) >> 63);

    /// <summary>Four code units, the first one lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong FourAt(ref char first, int index) =>
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref first, index)));

    /// <summary>What is left of a short word behind its last full four units, the first one lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong RestAt(ref char first, int length) => FourAt(ref first, length & ~3) & ((1UL << (16 * (length & 3))) - 1);

    /// <summary>Up to three units with the last one lowest, as <see cref="Rest"/> has them, of which the first was.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong LastLowest(ulong units, int count)
    {
        units = ((units & 0x0000_FFFF_0000_FFFF) << 16) | ((units >> 16) & 0x0000_FFFF_0000_FFFF);
        return (System.Numerics.BitOperations.RotateLeft(units, 32) >> 16) >> (16 * (3 - count));
    }

    // The steps of Of, for hashes of text that is changed on the way: four code units at a time, then up to three.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Start(int length) => First ^ (ulong)length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Next(ulong hash, ulong four) => Fold(hash ^ four, Second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Finish(ulong hash, ulong rest) => Fold(hash ^ rest, Third);

    /// <summary>Combines two values into one; the order matters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Combine(ulong left, ulong right) => Fold(left ^ First, right + Second);

    /// <summary>The feature of a template (a number that is unique within a model) and one value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Feature(int template, ulong value) => Narrow(Fold(value ^ Third, Salt(template)));

    /// <summary>The feature of a template and two values, in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Feature(int template, ulong first, ulong second) => Narrow(Fold(first ^ Third, second + Salt(template)));

    /// <summary>The feature of a template and three values, in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Feature(int template, ulong first, ulong second, ulong third) =>
        Feature(template, Combine(first, second), third);

    /// <summary>
    /// The features of as many templates with consecutive numbers as there are pairs of values; a single value stands with 0.
    /// </summary>
    /// <remarks>Many calls of <see cref="Feature(int, ulong, ulong)"/> in one method exceed what the compiler inlines.</remarks>
    /// <param name="template">The first number.</param>
    /// <param name="pairs">The values.</param>
    /// <param name="features">Takes the features; as long as <paramref name="pairs"/>.</param>
    public static void Features(int template, ReadOnlySpan<(ulong First, ulong Second)> pairs, Span<uint> features)
    {
        features = features[..pairs.Length];
        ulong salt = Salt(template);
        for (int i = 0; i < pairs.Length; i++, salt += Second)
            features[i] = Narrow(Fold(pairs[i].First ^ Third, pairs[i].Second + salt));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Salt(int template) => (ulong)(uint)template * Second + First;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return high ^ low;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Narrow(ulong hash)
    {
        // One more round: the weight table takes its bucket from the high bits and its check from the low ones.
        hash ^= hash >> 32;
        hash *= First;
        return (uint)(hash >> 32);
    }

    /// <summary>Up to three code units as a number, the last one lowest, with one branch instead of one for each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Rest(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return 0;

        // Of one, all three are the same; of two, the middle is the last.
        ref char first = ref MemoryMarshal.GetReference(text);
        int last = text.Length - 1;
        ulong middle = Unsafe.Add(ref first, text.Length >> 1);
        return ((ulong)first << (16 * last)) | (middle << (16 * (last >> 1))) | Unsafe.Add(ref first, last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Four(ReadOnlySpan<char> text)
    {
        if (BitConverter.IsLittleEndian)
            return Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(text)));
        return text[0] | ((ulong)text[1] << 16) | ((ulong)text[2] << 32) | ((ulong)text[3] << 48);
    }
}
