using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Sentences;

/// <summary>
/// Finds the characters that a sentence can end with: <c>. ! ? :</c>, the ellipsis, the interrobang, dashes and line breaks.
/// A line feed or carriage return directly behind one of them says nothing new and is left out: in an article that is nearly
/// every one.
/// </summary>
internal static class MarkScanner
{
    /// <summary>How many characters are looked at in one step.</summary>
    public const int Step = 64;

    private const string Marks = ".!?:\n\r\u2013\u2014\u2026\u2028\u2029\u203D";
    private const int Written = 4;

    // Of the marks, only the line feed and the carriage return come before this.
    private const char AfterLineBreaks = '\u000E';

    /// <summary>How long a list for the marks of <paramref name="length"/> characters must be.</summary>
    public static int Room(int length) => length + Written;

    /// <summary>Lists the marks of a part of a text.</summary>
    /// <param name="text">The part.</param>
    /// <param name="offset">Where it starts; added to each position.</param>
    /// <param name="isBehindMark">Whether one of the marks stands directly before the part.</param>
    /// <param name="positions">At least <see cref="Room"/> long.</param>
    /// <returns>How many there are.</returns>
    public static int Find(ReadOnlySpan<char> text, int offset, bool isBehindMark, Span<int> positions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(positions.Length, Room(text.Length));
        ref var list = ref MemoryMarshal.GetReference(positions);
        ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var count = 0;
        var at = 0;
        var before = isBehindMark ? 1UL : 0;
        for (; at <= text.Length - Step; at += Step)
        {
            var all = Of(ref Unsafe.Add(ref units, at), out var lineBreaks);
            var found = all & ~(lineBreaks & ((all << 1) | before));
            before = all >> (Step - 1);
            var end = count + BitOperations.PopCount(found);
            // Writing a few without looking whether they are there costs less than a branch for each.
            do
            {
                for (var i = 0; i < Written; i++)
                {
                    Unsafe.Add(ref list, count + i) = offset + at + BitOperations.TrailingZeroCount(found);
                    found &= found - 1;
                }

                count += Written;
            }
            while (count < end);
            count = end;
        }

        for (; at < text.Length; at++)
        {
            var isMark = IsMark(text[at]);
            if (isMark && (before == 0 || !IsLineBreak(text[at])))
            {
                positions[count++] = offset + at;
            }

            before = isMark ? 1UL : 0;
        }

        return count;
    }

    /// <summary>Whether a character is one of the marks.</summary>
    public static bool IsMark(char c) => c is '.' or '!' or '?' or ':' or '\n' or '\r' or (>= '\u2013' and <= '\u203D' and ('\u2013' or '\u2014' or '\u2026' or '\u2028' or '\u2029' or '\u203D'));

    /// <summary>Whether a mark is among some characters.</summary>
    public static bool HasMark(ReadOnlySpan<char> characters)
    {
        foreach (var c in characters)
        {
            if (IsMark(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a character is a mark that is left out directly behind another.</summary>
    public static bool IsLineBreak(char c) => c is '\n' or '\r';

    /// <summary>A bit for each of the next 64 characters that is a mark.</summary>
    /// <param name="units">The characters.</param>
    /// <param name="lineBreaks">A bit for each mark that <see cref="IsLineBreak"/> is true of; those of others mean nothing.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Of(ref ushort units, out ulong lineBreaks)
    {
        if (Avx512BW.IsSupported)
        {
            var table = Table();
            var first = Vector512.LoadUnsafe(ref units);
            var second = Vector512.LoadUnsafe(ref units, 32);
            var end = Vector512.Create((ushort)AfterLineBreaks);
            lineBreaks = Vector512.LessThan(first, end).ExtractMostSignificantBits()
                | (Vector512.LessThan(second, end).ExtractMostSignificantBits() << 32);
            return Of(first, table) | (Of(second, table) << 32);
        }

        ulong found = 0;
        lineBreaks = 0;
        for (var i = 0; i < Step; i += Vector128<ushort>.Count)
        {
            var eight = Vector128.LoadUnsafe(ref units, (nuint)i);
            found |= (ulong)Of(eight) << i;
            lineBreaks |= (ulong)Vector128.LessThan(eight, Vector128.Create((ushort)AfterLineBreaks)).ExtractMostSignificantBits() << i;
        }

        return found;
    }

    /// <summary>The marks differ in their five low bits, so that a table of 32 holds the only mark that each character can be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Of(Vector512<ushort> units, Vector512<ushort> table) =>
        Vector512.Equals(Avx512BW.PermuteVar32x16(table, units), units).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Of(Vector128<ushort> units)
    {
        var found = Vector128<ushort>.Zero;
        foreach (var mark in Marks)
        {
            found |= Vector128.Equals(units, Vector128.Create((ushort)mark));
        }

        return found.ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Table() => Vector512.Create(
        // A place without a mark holds a character that belongs elsewhere.
        1, '!', 0, 0, 0, 0, '\u2026', 0, '\u2028', '\u2029', '\n', 0, 0, '\r', '.', 0,
        0, 0, 0, '\u2013', '\u2014', 0, 0, 0, 0, 0, ':', 0, 0, '\u203D', 0, (ushort)'?');
}
