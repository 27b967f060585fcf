using System.Text;

namespace NewsNlp.Export.Offsets;

/// <summary>
/// Converts offsets into a text between UTF-16 code units and another unit. Building it reads the text once; a look-up
/// costs at most one block's length, whatever the order of the look-ups. ASCII text needs no index at all.
/// </summary>
/// <remarks>
/// A surrogate pair weighs nothing at its first half and everything at its second, so that the offset between the two
/// is the pair's start. Whether a surrogate is one of a pair shows by its neighbour alone.
/// </remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class OffsetIndex
{
    private const int BlockShift = 6;

    private readonly string _text;
    private readonly OffsetUnit _unit;

    // _marks[b] is how many units stand before the code unit b << BlockShift; long, since UTF-8 may triple the length.
    private readonly long[]? _marks;
    private readonly long _total;

    public OffsetIndex(string text, OffsetUnit unit)
    {
        _text = text;
        _unit = unit;
        _total = text.Length;
        if (unit == OffsetUnit.Utf16 || Ascii.IsValid(text))
        {
            return;
        }

        _marks = new long[(text.Length >> BlockShift) + 1];
        var units = 0L;
        for (var block = 0; block < _marks.Length; block++)
        {
            _marks[block] = units;
            var start = block << BlockShift;
            units += Weigh(start, Math.Min(start + (1 << BlockShift), text.Length));
        }

        _total = units;
    }

    /// <summary>The offset in the other unit of an offset in UTF-16 code units, which lies in the text or at its end.</summary>
    public long FromUtf16(int offset)
    {
        if (_marks is null)
        {
            return offset;
        }

        var block = offset >> BlockShift;
        return _marks[block] + Weigh(block << BlockShift, offset);
    }

    /// <summary>The offset in UTF-16 code units of an offset in the other unit.</summary>
    /// <returns>False where the offset lies outside the text or inside a character.</returns>
    public bool TryToUtf16(long offset, out int utf16)
    {
        utf16 = 0;
        if (offset < 0 || offset > _total)
        {
            return false;
        }

        if (_marks is null)
        {
            utf16 = (int)offset;
            return true;
        }

        var block = Array.BinarySearch(_marks, offset);
        block = block >= 0 ? block : ~block - 1;
        utf16 = block << BlockShift;
        var units = _marks[block];
        while (units < offset)
        {
            units += Weight(utf16++);
        }

        if (IsSecondHalf(utf16))
        {
            utf16--;
        }

        return units == offset;
    }

    private long Weigh(int start, int end)
    {
        var units = 0L;
        for (var i = start; i < end; i++)
        {
            units += Weight(i);
        }

        return units;
    }

    private int Weight(int i)
    {
        var c = _text[i];
        if (c < 0x80)
        {
            return 1;
        }

        if (!char.IsSurrogate(c))
        {
            return _unit == OffsetUnit.CodePoint ? 1 : c < 0x800 ? 2 : 3;
        }

        if (char.IsHighSurrogate(c) && IsSecondHalf(i + 1))
        {
            return 0;
        }

        return _unit == OffsetUnit.CodePoint ? 1 : IsSecondHalf(i) ? 4 : 3;
    }

    private bool IsSecondHalf(int i) =>
        i > 0 && i < _text.Length && char.IsLowSurrogate(_text[i]) && char.IsHighSurrogate(_text[i - 1]);
}
