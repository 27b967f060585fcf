using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NewsNlp.Documents;

namespace NewsNlp.Tokenization.Simd;

/// <summary>512 bits: a window is one vector; needs AVX-512 with VBMI and VBMI2.</summary>
internal readonly unsafe struct Avx512Width : IWindowWidth
{
    public static bool IsSupported => Avx512BW.IsSupported && Avx512Vbmi.IsSupported && Avx512Vbmi2.IsSupported && Bmi2.X64.IsSupported;

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
    public static WindowMasks Classify<TUnit, TEncoding>(TUnit* window, WindowRules rules)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>
    {
        var units = TEncoding.Load512(window);
        var classes = Look(rules.Classes, units);
        var masks = default(WindowMasks);
        masks.Space = Vector512.LessThanOrEqual(units, Vector512.Create((byte)' ')).ExtractMostSignificantBits();
        masks.NonAscii = units.ExtractMostSignificantBits();
        masks.Letter = Has(classes, (byte)UnitClass.Letter);
        masks.Digit = Has(classes, (byte)UnitClass.Digit);
        masks.Period = Has(classes, (byte)UnitClass.Period);
        masks.Apostrophe = Has(classes, (byte)UnitClass.Apostrophe);
        masks.Hyphen = Has(classes, (byte)UnitClass.Hyphen);
        masks.Sign = classes.ExtractMostSignificantBits();

        // The last five bits of a unit, and the bit that says whether it is a letter.
        var folded = Vector512.ConditionalSelect(Vector512.Create((byte)0x1F), units, classes);
        var special = rules.Special;
        var found = Avx512Vbmi.PermuteVar64x8(Vector512.Load(special), folded)
            & Avx512Vbmi.PermuteVar64x8(Vector512.Load(special + EndingTables.Size), Before(folded, 1))
            & Avx512Vbmi.PermuteVar64x8(Vector512.Load(special + (2 * EndingTables.Size)), Before(folded, 2))
            & Avx512Vbmi.PermuteVar64x8(Vector512.Load(special + (3 * EndingTables.Size)), Before(folded, 3));
        masks.Special = (~Vector512.Equals(found, Vector512<byte>.Zero)).ExtractMostSignificantBits();
        return masks;
    }

    public static NonAsciiMasks ClassifyNonAscii<TUnit, TEncoding>(TUnit* window, ulong nonAscii)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit> => TEncoding.Classify512(window, nonAscii);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SignMasks FindSigns<TUnit, TEncoding>(TUnit* window, WindowRules rules)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>
    {
        var signs = Look(rules.Signs, TEncoding.Load512(window));
        SignMasks masks;
        masks.Hard = Has(signs, (byte)SignClass.Hard);
        masks.Lone = Has(signs, (byte)SignClass.Lone);
        masks.Stop = Has(signs, (byte)SignClass.Stop);
        masks.Dollar = Has(signs, (byte)SignClass.Dollar);
        masks.Comma = Has(signs, (byte)SignClass.Comma);
        masks.Colon = Has(signs, (byte)SignClass.Colon);
        masks.Run = Has(signs, (byte)SignClass.Run);
        masks.Symbol = signs.ExtractMostSignificantBits();
        return masks;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CliticMasks FindClitics<TUnit, TEncoding>(TUnit* window)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit> =>
        CliticMasks.Find(new Letters(TEncoding.Load512(window)));

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
        ref var kinds = ref Unsafe.As<TokenKind, byte>(ref output.Kinds);
        Unsafe.WriteUnaligned(ref kinds, KindsOf(low, high));
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref kinds, 8), KindsOf(low >> 8, high >> 8));
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
        for (var token = Step; token < Vector512<byte>.Count; token += 8)
        {
            Unsafe.WriteUnaligned(ref Unsafe.As<TokenKind, byte>(ref Unsafe.Add(ref output.Kinds, token)), KindsOf(low >> token, high >> token));
        }
    }

    /// <summary>A byte for each of eight tokens, of the lower and the higher bits of their kinds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong KindsOf(ulong low, ulong high) =>
        Bmi2.X64.ParallelBitDeposit(low, 0x0101010101010101) | Bmi2.X64.ParallelBitDeposit(high, 0x0202020202020202);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Look(byte* table, Vector512<byte> units) =>
        Avx512Vbmi.PermuteVar64x8x2(Vector512.Load(table), units, Vector512.Load(table + Vector512<byte>.Count));

    /// <summary>Each unit's neighbour some places before it; zero before the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Before(Vector512<byte> units, [ConstantExpected] byte places) =>
        Avx512Vbmi.PermuteVar64x8(units, Units - Vector512.Create(places)) & Vector512.GreaterThanOrEqual(Units, Vector512.Create(places));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Has(Vector512<byte> classes, byte bit) =>
        (~Vector512.Equals(classes & Vector512.Create(bit), Vector512<byte>.Zero)).ExtractMostSignificantBits();

    /// <summary>A byte of all ones for each bit that is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Spread(ulong mask)
    {
        var bits = Avx512BW.Shuffle(Vector512.Create(mask).AsByte(), ByteOfUnit) & BitOfUnit;
        return ~Vector512.Equals(bits, Vector512<byte>.Zero);
    }

    /// <summary>A window in small letters.</summary>
    [method: MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly struct Letters(Vector512<byte> units) : ILetters
    {
        private readonly Vector512<byte> _units = units | Vector512.Create((byte)0x20);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ulong Find(char letter) => Vector512.Equals(_units, Vector512.Create((byte)letter)).ExtractMostSignificantBits();
    }
}
