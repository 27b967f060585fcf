using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Tokenization.Simd;

/// <summary>128 bits: a window is four vectors; for any processor that has vectors.</summary>
internal readonly unsafe struct Vector128Width : IWindowWidth
{
    private const int Step = 16;

    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WindowMasks Classify<TUnit, TEncoding>(TUnit* window, WindowRules rules)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>
    {
        var masks = default(WindowMasks);
        var classes = new Quarters();
        for (var quarter = 0; quarter < Quarters.Count; quarter++)
        {
            var units = TEncoding.Load128(window + (quarter * Step));
            var found = Look(rules.Classes, units);
            var shift = quarter * Step;
            masks.Space |= (ulong)Vector128.LessThanOrEqual(units, Vector128.Create((byte)' ')).ExtractMostSignificantBits() << shift;
            masks.NonAscii |= (ulong)units.ExtractMostSignificantBits() << shift;
            masks.Letter |= Has(found, (byte)UnitClass.Letter) << shift;
            masks.Digit |= Has(found, (byte)UnitClass.Digit) << shift;
            masks.Period |= Has(found, (byte)UnitClass.Period) << shift;
            masks.Apostrophe |= Has(found, (byte)UnitClass.Apostrophe) << shift;
            masks.Hyphen |= Has(found, (byte)UnitClass.Hyphen) << shift;
            masks.Sign |= (ulong)found.ExtractMostSignificantBits() << shift;
            classes[quarter] = units | Vector128.Create((byte)0x20);
        }

        masks.Special = SpecialLetters.Find(classes);
        return masks;
    }

    public static NonAsciiMasks ClassifyNonAscii<TUnit, TEncoding>(TUnit* window, ulong nonAscii)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit> => TEncoding.Classify(window, nonAscii);

    public static SignMasks FindSigns<TUnit, TEncoding>(TUnit* window, WindowRules rules)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>
    {
        var masks = default(SignMasks);
        for (var quarter = 0; quarter < Quarters.Count; quarter++)
        {
            var found = Look(rules.Signs, TEncoding.Load128(window + (quarter * Step)));
            var shift = quarter * Step;
            masks.Hard |= Has(found, (byte)SignClass.Hard) << shift;
            masks.Lone |= Has(found, (byte)SignClass.Lone) << shift;
            masks.Stop |= Has(found, (byte)SignClass.Stop) << shift;
            masks.Dollar |= Has(found, (byte)SignClass.Dollar) << shift;
            masks.Comma |= Has(found, (byte)SignClass.Comma) << shift;
            masks.Colon |= Has(found, (byte)SignClass.Colon) << shift;
            masks.Run |= Has(found, (byte)SignClass.Run) << shift;
            masks.Symbol |= (ulong)found.ExtractMostSignificantBits() << shift;
        }

        return masks;
    }

    public static CliticMasks FindClitics<TUnit, TEncoding>(TUnit* window)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>
    {
        var letters = new Quarters();
        for (var quarter = 0; quarter < Quarters.Count; quarter++)
        {
            letters[quarter] = TEncoding.Load128(window + (quarter * Step)) | Vector128.Create((byte)0x20);
        }

        return CliticMasks.Find(letters);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Emit(ulong starts, ulong ends, ulong kindLow, ulong kindHigh, int origin, TokenSlots output) =>
        ScalarEmitter.Emit(starts, ends, kindLow, kindHigh, origin, output);

    /// <summary>Looks up each unit in a table of 128; a unit beyond ASCII gives zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Look(byte* table, Vector128<byte> units)
    {
        // A row of the table for each value of the upper four bits: shuffling gives zero for an index beyond the row. The
        // first two rows are controls: they have no class.
        var found = Vector128<byte>.Zero;
        for (var row = 2; row < UnitClasses.Count / Step; row++)
        {
            found |= Vector128.Shuffle(Vector128.Load(table + (row * Step)), units - Vector128.Create((byte)(row * Step)));
        }

        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Has(Vector128<byte> classes, byte bit) =>
        (classes.AsUInt16() << (7 - BitOperations.Log2(bit))).AsByte().ExtractMostSignificantBits();

    /// <summary>A window in small letters.</summary>
    [InlineArray(Count)]
    private struct Quarters : ILetters
    {
        public const int Count = 4;

        private Vector128<byte> _first;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly ulong Find(char letter)
        {
            var searched = Vector128.Create((byte)letter);
            var found = 0UL;
            for (var quarter = 0; quarter < Count; quarter++)
            {
                found |= (ulong)Vector128.Equals(this[quarter], searched).ExtractMostSignificantBits() << (quarter * Step);
            }

            return found;
        }
    }
}
