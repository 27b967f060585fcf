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
    public static WindowMasks Classify<TUnit, TEncoding>(TUnit* window, WindowRules rules)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>
    {
        var low = TEncoding.Load256(window);
        var high = TEncoding.Load256(window + Vector256<byte>.Count);
        var lowClasses = Look(rules.Classes, low);
        var highClasses = Look(rules.Classes, high);
        var masks = default(WindowMasks);
        masks.Space = Both(AtMost(low, (byte)' '), AtMost(high, (byte)' '));
        masks.NonAscii = Both(low, high);
        masks.Letter = Has(lowClasses, highClasses, (byte)UnitClass.Letter);
        masks.Digit = Has(lowClasses, highClasses, (byte)UnitClass.Digit);
        masks.Period = Has(lowClasses, highClasses, (byte)UnitClass.Period);
        masks.Apostrophe = Has(lowClasses, highClasses, (byte)UnitClass.Apostrophe);
        masks.Hyphen = Has(lowClasses, highClasses, (byte)UnitClass.Hyphen);
        masks.Sign = Both(lowClasses, highClasses);
        masks.Special = SpecialLetters.Find(new Letters(low, high));
        return masks;
    }

    public static NonAsciiMasks ClassifyNonAscii<TUnit, TEncoding>(TUnit* window, ulong nonAscii)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit> => TEncoding.Classify(window, nonAscii);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SignMasks FindSigns<TUnit, TEncoding>(TUnit* window, WindowRules rules)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>
    {
        var low = Look(rules.Signs, TEncoding.Load256(window));
        var high = Look(rules.Signs, TEncoding.Load256(window + Vector256<byte>.Count));
        SignMasks masks;
        masks.Hard = Has(low, high, (byte)SignClass.Hard);
        masks.Lone = Has(low, high, (byte)SignClass.Lone);
        masks.Stop = Has(low, high, (byte)SignClass.Stop);
        masks.Dollar = Has(low, high, (byte)SignClass.Dollar);
        masks.Comma = Has(low, high, (byte)SignClass.Comma);
        masks.Colon = Has(low, high, (byte)SignClass.Colon);
        masks.Run = Has(low, high, (byte)SignClass.Run);
        masks.Symbol = Both(low, high);
        return masks;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CliticMasks FindClitics<TUnit, TEncoding>(TUnit* window)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit> =>
        CliticMasks.Find(new Letters(TEncoding.Load256(window), TEncoding.Load256(window + Vector256<byte>.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Emit(ulong starts, ulong ends, ulong kindLow, ulong kindHigh, int origin, TokenSlots output) =>
        ScalarEmitter.Emit(starts, ends, kindLow, kindHigh, origin, output);

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
    private readonly struct Letters(Vector256<byte> low, Vector256<byte> high) : ILetters
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
