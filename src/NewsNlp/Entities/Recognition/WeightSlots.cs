using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// Where the rows of a <see cref="SparseWeightTable"/> are, in memory: a hash table whose places hold the pairs of a short row
/// themselves, and of a long row its place in the file. Four places are a cache line, so that one row costs one fetch.
/// </summary>
/// <threadsafety>Filled once; then safe for any number of threads.</threadsafety>
internal sealed unsafe class WeightSlots
{
    /// <summary>The most pairs of a row that is kept in its place.</summary>
    public const int MostPairs = 6;

    // What the places of long rows and of those in full have where others have their first label.
    private const byte Long = byte.MaxValue - 1;
    private const byte Dense = byte.MaxValue;

    private const int SlotSize = 16;
    private const int LineSize = 64;
    private const int KeySize = 4;
    private const int OffsetAt = 8;
    private const int LastSlot = LineSize - SlotSize;

    // A line has room for four rows and gets so many on average, so that few rows end up in the next line.
    private const double RowsPerLine = 2.5;

    // Pinned, so that the address holds as long as this object does.
    private readonly byte[] _memory;
    private readonly byte* _lines;
    private readonly uint _lineCount;

    /// <summary>Makes room for some rows.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="nothing">The label of pairs that are not in use: one more than the last.</param>
    public WeightSlots(int rows, byte nothing)
    {
        _lineCount = (uint)(rows / RowsPerLine) + 1;
        _memory = GC.AllocateArray<byte>(checked((int)(_lineCount + 1) * LineSize), pinned: true);
        _lines = (byte*)(((nuint)Unsafe.AsPointer(ref _memory[0]) + LineSize - 1) & ~(nuint)(LineSize - 1));
        for (byte* slot = _lines; slot < _lines + (nuint)_lineCount * LineSize; slot += SlotSize)
        {
            for (int pair = 0; pair < MostPairs; pair++) slot[KeySize + 2 * pair] = nothing;
        }
    }

    /// <summary>What stands for a row in its line; 0 for none.</summary>
    public static uint KeyOf(uint bucket, ushort check) => (bucket << 16 | check) + 1;

    /// <summary>The line of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* LineOf(uint bucket, ushort check)
    {
        uint hash = (uint)(((ulong)bucket << 16 | check) * 0x9E3779B97F4A7C15 >> 32);
        return _lines + (nuint)((ulong)hash * _lineCount >> 32) * LineSize;
    }

    /// <summary>Puts a row of at most <see cref="MostPairs"/> into the table; of two with the same key the first stays.</summary>
    /// <param name="bucket">The row's bucket.</param>
    /// <param name="check">The row's check.</param>
    /// <param name="pairs">Its pairs of a label and a weight.</param>
    public void AddShort(uint bucket, ushort check, ReadOnlySpan<byte> pairs)
    {
        byte* slot = Take(bucket, check);
        if (slot != null) pairs.CopyTo(new Span<byte>(slot + KeySize, 2 * MostPairs));
    }

    /// <summary>Puts the place in the file of a row with more pairs into the table.</summary>
    public void AddLong(uint bucket, ushort check, uint offset) => AddOffset(bucket, check, Long, offset);

    /// <summary>Puts the number of a row with a weight for every label into the table.</summary>
    public void AddDense(uint bucket, ushort check, uint number) => AddOffset(bucket, check, Dense, number);

    private void AddOffset(uint bucket, ushort check, byte mark, uint offset)
    {
        byte* slot = Take(bucket, check);
        if (slot == null) return;
        slot[KeySize] = mark;
        *(uint*)(slot + OffsetAt) = offset;
    }

    /// <summary>A free place for a row; null if one with its key is there.</summary>
    private byte* Take(uint bucket, ushort check)
    {
        uint key = KeyOf(bucket, check);
        byte* slot = LineOf(bucket, check);
        while (*(uint*)slot != 0)
        {
            if (*(uint*)slot == key) return null;
            slot += SlotSize;
            if (slot == _lines + (nuint)_lineCount * LineSize) slot = _lines;
        }

        *(uint*)slot = key;
        return slot;
    }

    /// <summary>The place of a row; null if there is none.</summary>
    /// <param name="line">The row's line.</param>
    /// <param name="key">The row's key.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* Find(byte* line, uint key)
    {
        // Which of the four it is, nothing can foresee: no branch asks.
        const uint Keys = 0x1111;
        var wanted = Vector256.Create(key);
        while (true)
        {
            uint first = Vector256.Equals(Vector256.Load((uint*)line), wanted).ExtractMostSignificantBits();
            uint second = Vector256.Equals(Vector256.Load((uint*)line + Vector256<uint>.Count), wanted).ExtractMostSignificantBits();
            uint found = (first | second << Vector256<uint>.Count) & Keys;
            if (found != 0) return line + sizeof(uint) * BitOperations.TrailingZeroCount(found);
            if (*(uint*)(line + LastSlot) == 0) return null;
            line += LineSize;
            if (line == _lines + (nuint)_lineCount * LineSize) line = _lines;
        }
    }

    /// <summary>Whether a place has a long row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLong(byte* slot) => slot[KeySize] == Long;

    /// <summary>Whether a place has a row with a weight for every label.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsDense(byte* slot) => slot[KeySize] == Dense;

    /// <summary>The place in the file of a long row; the number of one in full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint OffsetOf(byte* slot) => *(uint*)(slot + OffsetAt);

    /// <summary>The pairs of a row that is not long; those that are not in use have a weight of zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* PairsOf(byte* slot) => slot + KeySize;
}
