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

    // Tables in numbers: the breaks by the number of line feeds; the kind of white space by the length, behind that for white
    // space with line breaks.
    private const int TableBits = 4;
    private const int TableMask = 15;
    private const int BreaksOf = 0x2210;
    private const uint SpaceOf = ((uint)GapCell.LineBreak * 0x1111_0000) | (GapCell.OtherSpace * 0x1100) | (GapCell.OneSpace << TableBits) | GapCell.NoSpace;

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
        var found = (int)((uint)BitOperations.PopCount(feeds) / UnitBits);
        var hasBreak = (int)((uint)(found + Reach - 1) / Reach * Reach);
        breaks = (BreaksOf >> (TableBits * found)) & TableMask;
        space = (int)(SpaceOf >> (TableBits * (length + hasBreak))) & TableMask;
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
