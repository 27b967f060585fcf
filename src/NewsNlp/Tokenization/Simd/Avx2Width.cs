using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Tokenization.Simd;

/// <summary>256 bits: a window is two vectors; needs AVX2 and BMI2.</summary>
internal readonly unsafe struct Avx2Width : IWindowWidth
{
    public static bool IsSupported => Avx2.IsSupported && Bmi2.X64.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Classify<TUnit, TEncoding>(TUnit* window, WindowRules rules, ref WindowMasks masks)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>
    {
        var low = TEncoding.Load256(window);
        var high = TEncoding.Load256(window + Vector256<byte>.Count);
        var lowRows = Rows(low);
        var highRows = Rows(high);
        var tables = rules.Nibbles;
        var lowClasses = Look(tables, low, lowRows);
        var highClasses = Look(tables, high, highRows);
        masks.Clear();
        masks.Space = Both(AtMost(low, (byte)' '), AtMost(high, (byte)' '));
        masks.NonAscii = Both(low, high);
        masks.Letter = Both(Letters(low), Letters(high));
        masks.Digit = Has(lowClasses, highClasses, (byte)UnitClass.Digit);
        masks.Period = Has(lowClasses, highClasses, (byte)UnitClass.Period);
        masks.Apostrophe = Has(lowClasses, highClasses, (byte)UnitClass.Apostrophe);
        masks.Hyphen = Has(lowClasses, highClasses, (byte)UnitClass.Hyphen);
        var signs = Vector256.Create(NibbleTables.Signs);
        masks.Sign = ~Both(Vector256.Equals(lowClasses & signs, Vector256<byte>.Zero), Vector256.Equals(highClasses & signs, Vector256<byte>.Zero));

        // The letters behind are looked up where they stand, and what is found is moved.
        tables += 2 * NibbleTables.Size;
        var lowFound = Look(tables, low, lowRows);
        var highFound = Look(tables, high, highRows);
        Meet(ref lowFound, ref highFound, Look(tables + (2 * NibbleTables.Size), low, lowRows), Look(tables + (2 * NibbleTables.Size), high, highRows), 15);
        Meet(ref lowFound, ref highFound, Look(tables + (4 * NibbleTables.Size), low, lowRows), Look(tables + (4 * NibbleTables.Size), high, highRows), 14);
        masks.Special = ~Both(Vector256.Equals(lowFound, Vector256<byte>.Zero), Vector256.Equals(highFound, Vector256<byte>.Zero));
        return masks.Space;
    }

    public static void ClassifyNonAscii<TUnit, TEncoding>(TUnit* window, ulong nonAscii, ref NonAsciiMasks masks)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit> => masks = TEncoding.Classify(window, nonAscii);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FindSigns<TUnit, TEncoding>(TUnit* window, WindowRules rules, ref SignMasks masks)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>
    {
        var low = Look(rules.Signs, TEncoding.Load256(window));
        var high = Look(rules.Signs, TEncoding.Load256(window + Vector256<byte>.Count));
        masks.Hard = Has(low, high, (byte)SignClass.Hard);
        masks.Lone = Has(low, high, (byte)SignClass.Lone);
        masks.Stop = Has(low, high, (byte)SignClass.Stop);
        masks.Dollar = Has(low, high, (byte)SignClass.Dollar);
        masks.Comma = Has(low, high, (byte)SignClass.Comma);
        masks.Colon = Has(low, high, (byte)SignClass.Colon);
        masks.Run = Has(low, high, (byte)SignClass.Run);
        masks.Symbol = Both(low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FindClitics<TUnit, TEncoding>(TUnit* window, WindowRules rules, ref CliticMasks masks)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit> =>
        masks = CliticMasks.Find(new SmallLetters(TEncoding.Load256(window), TEncoding.Load256(window + Vector256<byte>.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Emit(ulong starts, ulong ends, ulong kindLow, ulong kindHigh, int origin, TokenSlots output)
    {
        // Ends take the place of lengths until all are written.
        Pack(starts, origin, ref output.Starts);
        Pack(ends, origin + 1, ref output.Lengths);
        var low = Bmi2.X64.ParallelBitExtract(kindLow, starts);
        var high = Bmi2.X64.ParallelBitExtract(kindHigh, starts);
        PackedKinds.Write(low, high, 0, 16, ref output.Kinds);
        if (BitOperations.PopCount(starts) > 16)
        {
            PackedKinds.Write(low, high, 16, WindowEdge.Window, ref output.Kinds);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Finish(TokenSlots output, int count)
    {
        for (var token = 0; token < count; token += Vector256<int>.Count)
        {
            ref var ends = ref Unsafe.Add(ref output.Lengths, token);
            (Vector256.LoadUnsafe(ref ends) - Vector256.LoadUnsafe(ref Unsafe.Add(ref output.Starts, token))).StoreUnsafe(ref ends);
        }
    }

    /// <summary>Writes the places of a mask's bits, eight at a time; what is written too much is overwritten.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pack(ulong mask, int origin, ref int output)
    {
        var table = PackingTable.Entries;
        var places = Vector256.Create(origin);
        var next = Vector256.Create(PackingTable.Places);
        for (var i = 0; i < WindowEdge.Window / PackingTable.Places; i++)
        {
            var eight = (byte)mask;
            (Avx2.ConvertToVector256Int32(table + (eight * PackingTable.Places)) + places).StoreUnsafe(ref output);
            output = ref Unsafe.Add(ref output, BitOperations.PopCount(eight));
            places += next;
            mask >>= PackingTable.Places;
        }
    }

    /// <summary>Looks up each unit in a table of 128; a unit beyond ASCII gives zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Look(byte* table, Vector256<byte> units)
    {
        // A row of the table for each value of the upper four bits. Shuffling gives zero where the index's top bit is set:
        // what is not in the row is pushed there. The first two rows are controls: they have no class.
        const int Row = 16;
        var found = Vector256<byte>.Zero;
        for (var row = 2; row < UnitClasses.Count / Row; row++)
        {
            var index = units - Vector256.Create((byte)(row * Row));
            found |= Avx2.Shuffle(Vector256.Create(Vector128.Load(table + (row * Row))), Avx2.AddSaturate(index, Vector256.Create((byte)0x70)));
        }

        return found;
    }

    /// <summary>Looks up each unit in two tables of 16; a unit beyond ASCII gives zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Look(byte* tables, Vector256<byte> units, Vector256<byte> rows) =>
        Avx2.Shuffle(Vector256.Create(Vector128.Load(tables)), units) & Avx2.Shuffle(Vector256.Create(Vector128.Load(tables + NibbleTables.Size)), rows);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Rows(Vector256<byte> units) => (units.AsUInt16() >> 4).AsByte() & Vector256.Create((byte)0xF);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Letters(Vector256<byte> units) =>
        AtMost((units | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), 'z' - 'a');

    /// <summary>Keeps of the groups those that others have some places before; zero before the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Meet(
        ref Vector256<byte> low, ref Vector256<byte> high, Vector256<byte> lowBefore, Vector256<byte> highBefore, [ConstantExpected] byte shift)
    {
        high &= Avx2.AlignRight(highBefore, Avx2.Permute2x128(lowBefore, highBefore, 0x21), shift);
        low &= Avx2.AlignRight(lowBefore, Avx2.Permute2x128(lowBefore, lowBefore, 0x08), shift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> AtMost(Vector256<byte> units, byte most) =>
        Vector256.Equals(Vector256.Min(units, Vector256.Create(most)), units);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Has(Vector256<byte> low, Vector256<byte> high, byte bit)
    {
        // Shifts a class's bit to the top of its byte: the bits that cross over from the neighbour are lower ones.
        var shift = 7 - BitOperations.Log2(bit);
        return Both((low.AsUInt16() << shift).AsByte(), (high.AsUInt16() << shift).AsByte());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Both(Vector256<byte> low, Vector256<byte> high) =>
        low.ExtractMostSignificantBits() | ((ulong)high.ExtractMostSignificantBits() << Vector256<byte>.Count);

    /// <summary>A window in small letters.</summary>
    [method: MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly struct SmallLetters(Vector256<byte> low, Vector256<byte> high) : ILetters
    {
        private readonly Vector256<byte> _low = low | Vector256.Create((byte)0x20);
        private readonly Vector256<byte> _high = high | Vector256.Create((byte)0x20);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ulong Find(char letter)
        {
            var searched = Vector256.Create((byte)letter);
            return Both(Vector256.Equals(_low, searched), Vector256.Equals(_high, searched));
        }
    }
}
