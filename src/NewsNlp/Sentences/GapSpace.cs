using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Sentences;

/// <summary>Classifies the white space between two tokens.</summary>
internal static class GapSpace
{
    /// <summary>How many units <see cref="TryRead"/> reads.</summary>
    public const int Reach = sizeof(ulong) / sizeof(char);

    private const int UnitBits = 16;

    // Four bits for each of the lengths up to 3.
    private const int BreaksOf = 0x2210;
    private const int SpaceOf = (GapCell.OtherSpace * 0x1100) | (GapCell.OneSpace << 4) | GapCell.NoSpace;
    private const int LineBreaks = GapCell.LineBreak * 0x1111;

    /// <summary>The kind of white space, as <see cref="GapCell"/> has it, and how many line breaks are in it, 2 at most.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The end of the token before.</param>
    /// <param name="end">The start of the token behind.</param>
    /// <param name="breaks">The line breaks.</param>
    public static int Of(ReadOnlySpan<char> text, int start, int end, out int breaks) =>
        start <= text.Length - Reach && TryRead(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), start), end - start, out var space, out breaks)
            ? space
            : OfAny(text[start..end], out breaks);

    /// <summary>
    /// As <see cref="Of"/>, of a few spaces and line feeds, counted without a branch: whether a paragraph ends cannot be foreseen.
    /// </summary>
    /// <returns>Whether there is nothing else.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ref char text, int length, out int space, out int breaks)
    {
        var units = Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref text))).AsUInt16();
        var inside = (1UL << (UnitBits * length)) - 1;
        var spaces = Vector128.Equals(units, Vector128.Create((ushort)' ')).AsUInt64().ToScalar() & inside;
        var feeds = Vector128.Equals(units, Vector128.Create((ushort)'\n')).AsUInt64().ToScalar() & inside;
        var found = BitOperations.PopCount(feeds) / UnitBits;
        breaks = (BreaksOf >> (4 * found)) & 15;
        space = ((feeds == 0 ? SpaceOf : LineBreaks) >> (4 * length)) & 15;
        return length < Reach && (spaces | feeds) == inside && BitConverter.IsLittleEndian;
    }

    private static int OfAny(ReadOnlySpan<char> gap, out int breaks)
    {
        breaks = Math.Min(2, SentenceText.LineBreaks(gap));
        return breaks > 0 ? GapCell.LineBreak
            : gap.IsEmpty ? GapCell.NoSpace
            : gap is " " ? GapCell.OneSpace
            : GapCell.OtherSpace;
    }
}
