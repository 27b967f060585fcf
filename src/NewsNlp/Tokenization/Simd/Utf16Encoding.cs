using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Tokenization.Simd;

/// <summary>UTF-16: a unit is a char. What lies beyond Latin-1 becomes 255 in the vectors.</summary>
internal readonly unsafe struct Utf16Encoding : IEncoding<char>
{
    // More than any rule looks at behind the white space that ends a chunk.
    private const int LookAhead = 16;

    // Not a range: the runtime's search for one boxes its ends for as long as its code is not optimized.
    private static readonly SearchValues<char> Spaces = SearchValues.Create([.. Enumerable.Range(0, ' ' + 1).Select(unit => (char)unit)]);

    // Pinned, so that the address holds; it lives as long as the program.
    private static readonly byte[] Tables = PinnedTables();

    private static byte* NonAsciiTables => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(Tables));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Load512(char* units)
    {
        return Pack(Vector512.Load((ushort*)units), Vector512.Load((ushort*)units + Vector512<ushort>.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong FindSpaces512(char* units)
    {
        var space = Vector512.Create((ushort)' ');
        return Vector512.LessThanOrEqual(Vector512.Load((ushort*)units), space).ExtractMostSignificantBits()
            | (Vector512.LessThanOrEqual(Vector512.Load((ushort*)units + Vector512<ushort>.Count), space).ExtractMostSignificantBits() << Vector512<ushort>.Count);
    }

    /// <summary>A byte for each of 64 units, 255 for those that need more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Pack(Vector512<ushort> low, Vector512<ushort> high)
    {
        var most = Vector512.Create((ushort)byte.MaxValue);
        var packed = Avx512BW.PackUnsignedSaturate(Vector512.Min(low, most).AsInt16(), Vector512.Min(high, most).AsInt16()).AsInt64();

        // Packing works within each 128 bits: back into the order of the text.
        return Avx512F.PermuteVar8x64(packed, Vector512.Create(0L, 2, 4, 6, 1, 3, 5, 7)).AsByte();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Load256(char* units)
    {
        var most = Vector256.Create((ushort)byte.MaxValue);
        var low = Vector256.Min(Vector256.Load((ushort*)units), most).AsInt16();
        var high = Vector256.Min(Vector256.Load((ushort*)units + Vector256<ushort>.Count), most).AsInt16();
        return Avx2.Permute4x64(Avx2.PackUnsignedSaturate(low, high).AsInt64(), 0b11_01_10_00).AsByte();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Load128(char* units) =>
        Vector128.NarrowWithSaturation(Vector128.Load((ushort*)units), Vector128.Load((ushort*)units + Vector128<ushort>.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong EightBefore(char* units) => EightAt(units - Vector128<ushort>.Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong EightAt(char* units)
    {
        var eight = Vector128.Load((ushort*)units);
        var bytes = Avx512BW.VL.IsSupported
            ? Avx512BW.VL.ConvertToVector128ByteWithSaturation(eight)
            : Vector128.NarrowWithSaturation(eight, eight);
        return bytes.AsUInt64().ToScalar();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static NonAsciiMasks Classify(char* window, ulong nonAscii)
    {
        var masks = default(NonAsciiMasks);
        var rest = nonAscii;
        while (rest != 0)
        {
            var bit = rest & (0 - rest);
            var c = window[BitOperations.TrailingZeroCount(rest)];
            rest ^= bit;
            var found = NonAsciiClasses.Of(c);
            masks.Space |= found == NonAsciiClass.Space ? bit : 0;
            masks.Letter |= found == NonAsciiClass.Letter ? bit : 0;
            masks.Apostrophe |= found == NonAsciiClass.Apostrophe ? bit : 0;
            masks.Symbol |= found == NonAsciiClass.Symbol ? bit : 0;
            masks.Run |= found == NonAsciiClass.Run ? bit : 0;
            masks.Hard |= found == NonAsciiClass.Hard ? bit : 0;
        }

        return masks;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Classify512(char* window, ulong nonAscii, ref NonAsciiMasks masks)
    {
        var low = Vector512.Load((ushort*)window);
        var high = Vector512.Load((ushort*)window + Vector512<ushort>.Count);
        var latin = Pack(low, high);
        var first = Vector512.Create((ushort)NonAsciiClasses.GeneralPunctuation);
        var general = Pack(low - first, high - first);
        var tables = NonAsciiTables;
        var classes = Vector512.ConditionalSelect(
            Vector512.LessThan(general, Vector512.Create((byte)NonAsciiClasses.TableSize)),
            Avx512Vbmi.PermuteVar64x8(Vector512.Load(tables + (2 * NonAsciiClasses.TableSize)), general),
            Avx512Vbmi.PermuteVar64x8x2(Vector512.Load(tables), latin, Vector512.Load(tables + NonAsciiClasses.TableSize)));
        var ascii = Vector512.GreaterThanOrEqual(latin.AsSByte(), Vector512<sbyte>.Zero).AsByte();
        BitMatrices.Transpose(Vector512.AndNot(classes, ascii)).StoreUnsafe(ref masks.Space);
        masks.Letter |= Range(low, high, NonAsciiClasses.FirstLongLetter, NonAsciiClasses.LongLetters);
        masks.Symbol |= Range(low, high, NonAsciiClasses.Euro, 1);
        masks.Hard = nonAscii & ~(masks.Space | masks.Apostrophe | masks.Run | masks.Symbol | masks.Letter | masks.Plain);
    }

    /// <summary>Which of a window's units are among some that follow each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Range(Vector512<ushort> low, Vector512<ushort> high, char first, ushort count)
    {
        var start = Vector512.Create((ushort)first);
        var end = Vector512.Create(count);
        return Vector512.LessThan(low - start, end).ExtractMostSignificantBits()
            | (Vector512.LessThan(high - start, end).ExtractMostSignificantBits() << Vector512<ushort>.Count);
    }

    public static void ScanChunk(ReadOnlySpan<char> text, int start, int end, TokenRules rules, TokenBuffer tokens, TokenScratch scratch) =>
        new TokenScanner(text[..Math.Min(text.Length, end + LookAhead)], rules, tokens).Run(start, end);

    public static int EndOfChunk(ReadOnlySpan<char> text, int index)
    {
        var length = text[index..].IndexOfAny(Spaces);
        return length < 0 ? text.Length : index + length;
    }

    private static byte[] PinnedTables()
    {
        var tables = NonAsciiClasses.Tables();
        var pinned = GC.AllocateArray<byte>(tables.Length, pinned: true);
        tables.CopyTo(pinned, 0);
        return pinned;
    }
}
