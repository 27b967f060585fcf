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
    public static ulong Classify<TUnit, TEncoding>(TUnit* window, WindowRules rules, ref WindowMasks masks)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>
    {
        masks.Clear();
        ulong space = 0, digit = 0, period = 0, apostrophe = 0, hyphen = 0, letter = 0, sign = 0, nonAscii = 0;
        var classes = new Quarters();
        for (var quarter = 0; quarter < Quarters.Count; quarter++)
        {
            var units = TEncoding.Load128(window + (quarter * Step));
            var found = Look(rules.Classes, units);
            var shift = quarter * Step;
            space |= (ulong)Vector128.LessThanOrEqual(units, Vector128.Create((byte)' ')).ExtractMostSignificantBits() << shift;
            nonAscii |= (ulong)units.ExtractMostSignificantBits() << shift;
            letter |= Has(found, (byte)UnitClass.Letter) << shift;
            digit |= Has(found, (byte)UnitClass.Digit) << shift;
            period |= Has(found, (byte)UnitClass.Period) << shift;
            apostrophe |= Has(found, (byte)UnitClass.Apostrophe) << shift;
            hyphen |= Has(found, (byte)UnitClass.Hyphen) << shift;
            sign |= Has(found, (byte)UnitClass.Sign) << shift;
            classes[quarter] = units | Vector128.Create((byte)0x20);
        }

        masks.Space = space;
        masks.Digit = digit;
        masks.Period = period;
        masks.Apostrophe = apostrophe;
        masks.Hyphen = hyphen;
        masks.Letter = letter;
        masks.Sign = sign;
        masks.NonAscii = nonAscii;
        masks.Special = SpecialLetters.Find(classes);
        return masks.Space;
    }

    public static void ClassifyNonAscii<TUnit, TEncoding>(TUnit* window, ulong nonAscii, ref NonAsciiMasks masks)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit> => masks = TEncoding.Classify(window, nonAscii);

    public static void FindSigns<TUnit, TEncoding>(TUnit* window, WindowRules rules, ref SignMasks masks)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>
    {
        masks = default;
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
    }

    public static void FindClitics<TUnit, TEncoding>(TUnit* window, WindowRules rules, ref CliticMasks masks)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>
    {
        var letters = new Quarters();
        for (var quarter = 0; quarter < Quarters.Count; quarter++)
        {
            letters[quarter] = TEncoding.Load128(window + (quarter * Step)) | Vector128.Create((byte)0x20);
        }

        masks = CliticMasks.Find(letters);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Emit(ulong starts, ulong ends, ulong kindLow, ulong kindHigh, int origin, TokenSlots output) =>
        ScalarEmitter.Emit(starts, ends, kindLow, kindHigh, origin, output);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Finish(TokenSlots output, int count)
    {
    }

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
