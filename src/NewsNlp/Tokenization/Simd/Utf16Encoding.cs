using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Tokenization.Simd;

/// <summary>UTF-16: a unit is a char. What lies beyond Latin-1 becomes 255 in the vectors.</summary>
internal readonly unsafe struct Utf16Encoding : IEncoding<char>
{
    // More than any rule looks at behind the white space that ends a chunk.
    private const int LookAhead = 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Load512(char* units)
    {
        var most = Vector512.Create((ushort)byte.MaxValue);
        var low = Vector512.Min(Vector512.Load((ushort*)units), most).AsInt16();
        var high = Vector512.Min(Vector512.Load((ushort*)units + Vector512<ushort>.Count), most).AsInt16();
        var packed = Avx512BW.PackUnsignedSaturate(low, high).AsInt64();

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
            switch (c)
            {
                case '\u2018' or '\u2019':
                    masks.Apostrophe |= bit;
                    break;
                case '\u201C' or '\u201D':
                    break;
                case '\u2013' or '\u2014' or '\u2026':
                    masks.Run |= bit;
                    break;
                case '\u00A0':
                    masks.Space |= bit;
                    break;
                case '\u00A3' or '\u20AC':
                    masks.Symbol |= bit;
                    break;
                case >= '\u00C0' and < '\u0250' and not ('\u00D7' or '\u00F7'):
                    masks.Letter |= bit;
                    break;
                default:
                    masks.Hard |= bit;
                    break;
            }
        }

        return masks;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static NonAsciiMasks Classify512(char* window, ulong nonAscii)
    {
        var low = Vector512.Load((ushort*)window);
        var high = Vector512.Load((ushort*)window + Vector512<ushort>.Count);
        NonAsciiMasks masks;
        masks.Space = Range(low, high, '\u00A0', 1);
        masks.Apostrophe = Range(low, high, '\u2018', 2);
        masks.Run = Range(low, high, '\u2013', 2) | Range(low, high, '\u2026', 1);
        masks.Symbol = Range(low, high, '\u00A3', 1) | Range(low, high, '\u20AC', 1);

        // The signs × and ÷ lie among the letters, a bit apart.
        var bit = Vector512.Create((ushort)0x20);
        masks.Letter = Range(low, high, '\u00C0', 0x190) & ~Range(low | bit, high | bit, '\u00F7', 1);
        masks.Continuation = 0;
        masks.LongApostrophe = 0;
        masks.Hard = nonAscii
            & ~(masks.Space | masks.Apostrophe | masks.Run | masks.Symbol | masks.Letter | Range(low, high, '\u201C', 2));
        return masks;
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
        var length = text[index..].IndexOfAnyInRange('\0', ' ');
        return length < 0 ? text.Length : index + length;
    }
}
