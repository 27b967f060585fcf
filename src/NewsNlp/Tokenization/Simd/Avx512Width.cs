using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Tokenization.Simd;

/// <summary>512 bits: a window is one vector; needs AVX-512 with VBMI, VBMI2 and GFNI, as all processors with VBMI2 have.</summary>
internal readonly unsafe struct Avx512Width : IWindowWidth
{
    public static bool IsSupported => Avx512BW.IsSupported && Avx512Vbmi.IsSupported && Avx512Vbmi2.IsSupported && BitMatrices.IsSupported && Bmi2.X64.IsSupported;

    // Which byte of a mask each unit's bit lies in, within each 128 bits of a vector that repeats the mask.
    private static Vector512<byte> ByteOfUnit
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3,
        4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, (byte)7);
    }

    private static Vector512<byte> BitOfUnit => Vector512.Create(0x8040201008040201UL).AsByte();

    private static Vector512<byte> Units
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
        32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, (byte)63);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Classify<TUnit, TEncoding>(TUnit* window, WindowRules rules, ref WindowMasks masks)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>
    {
        var units = TEncoding.Load512(window);
        var nonAscii = Vector512.Create((byte)UnitClass.NonAscii);
        var classes = Vector512.ConditionalSelect(nonAscii, units, Look(rules.Classes, units));
        BitMatrices.Transpose(classes).StoreUnsafe(ref masks.Space);
        Vector512<ulong>.Zero.StoreUnsafe(ref masks.Run);

        // The last five bits of a unit, and the bit that says whether it is a letter.
        var folded = Vector512.ConditionalSelect(Vector512.Create((byte)0x1F), units, classes);
        var special = rules.Special;
        var before = Avx512F.AlignRight64(folded.AsUInt64(), Vector512<ulong>.Zero, 6).AsByte();
        var found = Avx512Vbmi.PermuteVar64x8(Vector512.Load(special), folded)
            & Avx512Vbmi.PermuteVar64x8(Vector512.Load(special + EndingTables.Size), Avx512BW.AlignRight(folded, before, 15))
            & Avx512Vbmi.PermuteVar64x8(Vector512.Load(special + (2 * EndingTables.Size)), Avx512BW.AlignRight(folded, before, 14))
            & Avx512Vbmi.PermuteVar64x8(Vector512.Load(special + (3 * EndingTables.Size)), Avx512BW.AlignRight(folded, before, 13));
        masks.Special = (~Vector512.Equals(found, Vector512<byte>.Zero)).ExtractMostSignificantBits();
        return TEncoding.FindSpaces512(window);
    }

    public static void ClassifyNonAscii<TUnit, TEncoding>(TUnit* window, ulong nonAscii, ref NonAsciiMasks masks)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit> => TEncoding.Classify512(window, nonAscii, ref masks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FindSigns<TUnit, TEncoding>(TUnit* window, WindowRules rules, ref SignMasks masks)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>
    {
        var signs = Look(rules.Signs, TEncoding.Load512(window));
        BitMatrices.Transpose(signs).StoreUnsafe(ref masks.Hard);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FindClitics<TUnit, TEncoding>(TUnit* window, WindowRules rules, ref CliticMasks masks)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>
    {
        var units = TEncoding.Load512(window);
        var letters = Vector512.AndNot(Look(rules.Clitics, units), Vector512.LessThan(units.AsSByte(), Vector512<sbyte>.Zero).AsByte());
        BitMatrices.Transpose(letters).StoreUnsafe(ref masks.Single);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Emit(ulong starts, ulong ends, ulong kindLow, ulong kindHigh, int origin, TokenSlots output)
    {
        var first = Avx512Vbmi2.Compress(Vector512<byte>.Zero, Spread(starts), Units);
        var last = Avx512Vbmi2.Compress(Vector512<byte>.Zero, Spread(ends), Units);
        var lengths = last - first + Vector512<byte>.One;
        var base0 = Vector512.Create(origin);
        (Avx512F.ConvertToVector512Int32(first.GetLower().GetLower()) + base0).StoreUnsafe(ref output.Starts);
        Avx512F.ConvertToVector512Int32(lengths.GetLower().GetLower()).StoreUnsafe(ref output.Lengths);

        // The bits of the kinds, packed to the front, then a byte each.
        var low = Bmi2.X64.ParallelBitExtract(kindLow, starts);
        var high = Bmi2.X64.ParallelBitExtract(kindHigh, starts);
        PackedKinds.Write(low, high, 0, Vector512<int>.Count, ref output.Kinds);
        if (BitOperations.PopCount(starts) > Vector512<int>.Count)
        {
            EmitRest(first, lengths, low, high, origin, output);
        }
    }

    /// <summary>Writes what is beyond the first sixteen tokens.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void EmitRest(Vector512<byte> first, Vector512<byte> lengths, ulong low, ulong high, int origin, TokenSlots output)
    {
        const int Step = 16;
        var base0 = Vector512.Create(origin);
        (Avx512F.ConvertToVector512Int32(first.GetLower().GetUpper()) + base0).StoreUnsafe(ref output.Starts, Step);
        (Avx512F.ConvertToVector512Int32(first.GetUpper().GetLower()) + base0).StoreUnsafe(ref output.Starts, 2 * Step);
        (Avx512F.ConvertToVector512Int32(first.GetUpper().GetUpper()) + base0).StoreUnsafe(ref output.Starts, 3 * Step);
        Avx512F.ConvertToVector512Int32(lengths.GetLower().GetUpper()).StoreUnsafe(ref output.Lengths, Step);
        Avx512F.ConvertToVector512Int32(lengths.GetUpper().GetLower()).StoreUnsafe(ref output.Lengths, 2 * Step);
        Avx512F.ConvertToVector512Int32(lengths.GetUpper().GetUpper()).StoreUnsafe(ref output.Lengths, 3 * Step);
        PackedKinds.Write(low, high, Step, Vector512<byte>.Count, ref output.Kinds);
    }

    public static void Finish(TokenSlots output, int count)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Look(byte* table, Vector512<byte> units) =>
        Avx512Vbmi.PermuteVar64x8x2(Vector512.Load(table), units, Vector512.Load(table + Vector512<byte>.Count));

    /// <summary>A byte of all ones for each bit that is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Spread(ulong mask)
    {
        var bits = Avx512BW.Shuffle(Vector512.Create(mask).AsByte(), ByteOfUnit) & BitOfUnit;
        return ~Vector512.Equals(bits, Vector512<byte>.Zero);
    }
}
