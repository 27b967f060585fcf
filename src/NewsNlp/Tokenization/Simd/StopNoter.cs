using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Tokenization.Simd;

/// <summary>Notes the tokens of a batch that a sentence may end behind: see <see cref="TokenStops"/>. UTF-16 only.</summary>
internal static unsafe class StopNoter
{
    private const int ByteBits = 8;

    // The most bits that can be written at once behind those of a byte, and what to write first where there are more.
    private const int Most = 56;
    private const int Half = 32;

    // What comes before it, of the characters, is a control character: among them the line breaks of ASCII.
    private const char BehindLineBreaks = '\u000E';

    public static bool IsSupported => Bmi2.X64.IsSupported;

    /// <summary>Notes the tokens of all windows.</summary>
    /// <param name="batch">The windows, with the starts and ends of their tokens.</param>
    /// <param name="tokens">How many tokens these are.</param>
    /// <param name="stops">Takes the notes.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Note(WindowBatch batch, int tokens, TokenStops stops)
    {
        ref var bytes = ref stops.Reserve(tokens);
        var total = (nuint)stops.Count;
        var bits = Unsafe.Add(ref bytes, total / ByteBits) & ((1UL << (int)(total % ByteBits)) - 1);
        for (var i = 0; i < batch.Count; i++)
        {
            ref var window = ref batch.Windows[i];
            var ends = window.Ends;

            // Beyond ASCII, what is hard may be anything.
            var hard = window.NonAscii & window.Hard;
            var breaks = (LineBreaks((ushort*)window.Units) | (window.NonAscii & window.Space) | hard) & ((window.Live << 1) | 1);
            var noted = Bmi2.X64.ParallelBitExtract(window.Period | window.Sign | window.Run | hard | (breaks >> 1), ends);

            var count = BitOperations.PopCount(ends);
            if (count > Most)
            {
                bits = Write(ref bytes, bits, noted & ((1UL << Half) - 1), Half, ref total);
                noted >>= Half;
                count -= Half;
            }

            bits = Write(ref bytes, bits, noted, count, ref total);

            // Line breaks that stand neither directly behind a token nor behind another.
            var apart = breaks & ~((ends | breaks) << 1);
            if (apart != 0)
            {
                NoteTokensBefore(apart, window.Starts, (int)total - BitOperations.PopCount(ends), stops);
                bits = Unsafe.Add(ref bytes, total / ByteBits) & ((1UL << (int)(total % ByteBits)) - 1);
            }
        }

        // Nothing is left behind the last.
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref bytes, total / ByteBits), bits);
        stops.Commit(tokens);
    }

    /// <summary>Writes bits behind others. What is written too much is overwritten.</summary>
    /// <returns>The bits of the byte that is not full yet.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Write(ref byte bytes, ulong before, ulong bits, int count, ref nuint total)
    {
        var first = total / ByteBits;
        bits = before | (bits << (int)(total % ByteBits));
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref bytes, first), bits);
        total += (nuint)count;
        return bits >> ((int)((total / ByteBits) - first) * ByteBits);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void NoteTokensBefore(ulong places, ulong starts, int before, TokenStops stops)
    {
        for (; places != 0; places &= places - 1)
        {
            var token = before + BitOperations.PopCount(starts & ((places & (0 - places)) - 1)) - 1;
            if (token >= 0)
            {
                stops.Set(token);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong LineBreaks(ushort* units)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var end = Vector512.Create((ushort)BehindLineBreaks);
            return Vector512.LessThan(Vector512.Load(units), end).ExtractMostSignificantBits()
                | (Vector512.LessThan(Vector512.Load(units + Vector512<ushort>.Count), end).ExtractMostSignificantBits() << Vector512<ushort>.Count);
        }

        var breaks = 0UL;
        for (var i = 0; i < WindowEdge.Window; i += Vector128<ushort>.Count)
        {
            breaks |= (ulong)Vector128.LessThan(Vector128.Load(units + i), Vector128.Create((ushort)BehindLineBreaks)).ExtractMostSignificantBits() << i;
        }

        return breaks;
    }
}
