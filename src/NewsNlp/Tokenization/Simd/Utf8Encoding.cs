using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace NewsNlp.Tokenization.Simd;

/// <summary>UTF-8: a unit is a byte. What is not valid counts as U+FFFD, one for each maximal part (Unicode, 3.9).</summary>
internal readonly unsafe struct Utf8Encoding : IEncoding<byte>
{
    // More than any rule looks at behind the white space that ends a chunk, in UTF-16.
    private const int LookAhead = 16;
    private const int LongestSequence = 4;

    // Not a range: the runtime's search for one boxes its ends for as long as its code is not optimized.
    private static readonly SearchValues<byte> Spaces = SearchValues.Create([.. Enumerable.Range(0, ' ' + 1).Select(unit => (byte)unit)]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Load512(byte* units) => Vector512.Load(units);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong FindSpaces512(byte* units) =>
        Vector512.LessThanOrEqual(Vector512.Load(units), Vector512.Create((byte)' ')).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Load256(byte* units) => Vector256.Load(units);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Load128(byte* units) => Vector128.Load(units);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong EightBefore(byte* units) => Unsafe.ReadUnaligned<ulong>(units - sizeof(ulong));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong EightAt(byte* units) => Unsafe.ReadUnaligned<ulong>(units);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static NonAsciiMasks Classify(byte* window, ulong nonAscii)
    {
        var masks = default(NonAsciiMasks);
        var rest = nonAscii;
        while (rest != 0)
        {
            // A sequence that goes on behind the window lies behind its last white space: no matter.
            var index = BitOperations.TrailingZeroCount(rest);
            var first = rest & (0 - rest);
            var second = first << 1;
            var third = first << 2;
            if ((rest & second) != 0 && IsLetter(window[index], window[index + 1]))
            {
                masks.Letter |= first | second;
                rest &= ~(first | second);
                continue;
            }

            rest ^= first;
            if ((rest & second) == 0)
            {
                masks.Hard |= first;
                continue;
            }

            if (window[index] == 0xC2 && window[index + 1] is 0xA0 or 0xA3)
            {
                var isSpace = window[index + 1] == 0xA0;
                masks.Space |= isSpace ? first | second : 0;
                masks.Symbol |= isSpace ? 0 : first;
                masks.Continuation |= isSpace ? 0 : second;
                rest ^= second;
                continue;
            }

            if (window[index] != 0xE2 || (rest & third) == 0)
            {
                masks.Hard |= first;
                continue;
            }

            switch ((window[index + 1] << 8) | window[index + 2])
            {
                case 0x8098 or 0x8099:
                    masks.Apostrophe |= first;
                    masks.LongApostrophe |= first;
                    break;
                case 0x8095 or 0x809C or 0x809D:
                    break;
                case 0x8093 or 0x8094 or 0x80A6:
                    masks.Run |= first;
                    break;
                case 0x82AC:
                    masks.Symbol |= first;
                    break;
                default:
                    masks.Hard |= first;
                    continue;
            }

            masks.Continuation |= second | third;
            rest &= ~(second | third);
        }

        // "——": in UTF-16 they stand side by side, and the signs' rules see them.
        masks.Hard |= masks.Run & (masks.Run << 3);
        return masks;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Classify512(byte* window, ulong nonAscii, ref NonAsciiMasks masks)
    {
        var units = Vector512.Load(window);
        var behind = Range(units, 0x80, 0x40);

        // Two bytes: the letters from U+00C0 to U+024F save × and ÷, the no-break space, £.
        var x97 = Range(units | Vector512.Create((byte)0x20), 0xB7, 1);
        var first = Range(units, 0xC3, 6) & (behind >> 1) & ~(Range(units, 0xC3, 1) & (x97 >> 1));
        first |= Range(units, 0xC9, 1) & (Range(units, 0x80, 0x10) >> 1);
        var latin = Range(units, 0xC2, 1);
        var space = latin & (Range(units, 0xA0, 1) >> 1);
        var pound = latin & (Range(units, 0xA3, 1) >> 1);

        // Three bytes: E2 80 and one more, and the euro.
        var general = Range(units, 0xE2, 1);
        var euro = general & (Range(units, 0x82, 1) >> 1) & (Range(units, 0xAC, 1) >> 2);
        general &= Range(units, 0x80, 1) >> 1;
        var apostrophes = general & (Range(units, 0x98, 2) >> 2);
        var run = general & ((Range(units, 0x93, 2) | Range(units, 0xA6, 1)) >> 2);
        var three = apostrophes | run | euro | (general & ((Range(units, 0x9C, 2) | Range(units, 0x95, 1)) >> 2));

        masks.Space = space | (space << 1);
        masks.Letter = first | (first << 1);
        masks.Apostrophe = apostrophes;
        masks.LongApostrophe = apostrophes;
        masks.Symbol = pound | euro;
        masks.Run = run;
        masks.Continuation = (pound << 1) | (three << 1) | (three << 2);
        masks.Hard = nonAscii & ~(masks.Space | masks.Letter | pound | three | masks.Continuation);

        // "——": in UTF-16 they stand side by side, and the signs' rules see them.
        masks.Hard |= run & (run << 3);
    }

    /// <summary>Which bytes are among some that follow each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Range(Vector512<byte> units, byte first, byte count) =>
        Vector512.LessThan(units - Vector512.Create(first), Vector512.Create(count)).ExtractMostSignificantBits();

    /// <summary>The letters from U+00C0 to U+024F; the signs × and ÷ lie among them.</summary>
    private static bool IsLetter(byte first, byte second) =>
        second is >= 0x80 and < 0xC0
        && (first is >= 0xC4 and < 0xC9 || (first == 0xC3 && second is not (0x97 or 0xB7)) || (first == 0xC9 && second < 0x90));

    public static void ScanChunk(ReadOnlySpan<byte> text, int start, int end, TokenRules rules, TokenBuffer tokens, TokenScratch scratch)
    {
        scratch.Reserve(end - start + LookAhead + 2);
        var characters = scratch.Characters;
        var found = scratch.Characters16;
        found.Clear();
        var ahead = text[start..Math.Min(text.Length, end + LookAhead)];
        if (Ascii.ToUtf16(ahead, characters, out var ascii) == OperationStatus.Done)
        {
            new TokenScanner(characters[..ascii], rules, found).Run(0, end - start);
            for (var token = 0; token < found.Count; token++)
            {
                tokens.Add(start + found.Starts[token], found.Lengths[token], found.Kinds[token]);
            }

            return;
        }

        var offsets = scratch.Offsets;
        var length = 0;
        var index = start;
        var inside = 0;
        while (index < text.Length && (index < end || length - inside < LookAhead))
        {
            // The replacement character stands for what is not valid, and its length is that of what it replaces.
            Rune.DecodeFromUtf8(text.Slice(index, Math.Min(LongestSequence, text.Length - index)), out var rune, out var bytes);
            for (var unit = 0; unit < rune.Utf16SequenceLength; unit++)
            {
                offsets[length + unit] = index;
            }

            length += rune.EncodeToUtf16(characters[length..]);
            index += bytes;
            if (index <= end)
            {
                inside = length;
            }
        }

        offsets[length] = index;
        new TokenScanner(characters[..length], rules, found).Run(0, inside);
        for (var token = 0; token < found.Count; token++)
        {
            var first = offsets[found.Starts[token]];
            var behind = offsets[found.Starts[token] + found.Lengths[token]];
            tokens.Add(first, behind - first, found.Kinds[token]);
        }
    }

    public static int EndOfChunk(ReadOnlySpan<byte> text, int index)
    {
        var length = text[index..].IndexOfAny(Spaces);
        return length < 0 ? text.Length : index + length;
    }
}
