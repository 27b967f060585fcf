using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// The short rows of a <see cref="SparseWeightTable"/>: a hash table whose places hold their pairs, and of a row in full that found
/// no place among its like, its number. Four places are a cache line, so that one row costs one fetch.
/// </summary>
/// <threadsafety>Filled once; then safe for any number of threads.</threadsafety>
internal sealed unsafe class WeightSlots
{
    /// <summary>The most pairs of a row that is kept in its place.</summary>
    public const int MostPairs = 6;

    // What the places of rows in full have where others have their first label.
    private const byte Full = byte.MaxValue;

    private const int SlotSize = 16;
    private const int LineSize = 64;
    private const int KeySize = 4;
    private const int NumberAt = 8;
    private const int LastSlot = LineSize - SlotSize;

    // A line has room for four rows and gets so many on average, so that few rows end up in the next line.
    private const double RowsPerLine = 3;

    // Pinned, so that the address holds as long as this object does.
    private readonly byte[] _memory;
    private readonly byte* _lines;
    private readonly uint _lineCount;
    private readonly ulong _scale;

    /// <summary>Makes room for some rows.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="identities">What all identities are below.</param>
    public WeightSlots(int rows, ulong identities)
    {
        _lineCount = (uint)(rows / RowsPerLine) + 1;
        _scale = (ulong)(((UInt128)_lineCount << 32) / identities);
        _memory = GC.AllocateArray<byte>(checked((int)(_lineCount + 1) * LineSize), pinned: true);
        _lines = (byte*)(((nuint)Unsafe.AsPointer(ref _memory[0]) + LineSize - 1) & ~(nuint)(LineSize - 1));
    }

    /// <summary>The line of a row. In the order of the file, so that rows are put one behind the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* LineOf(ulong identity) => _lines + (nuint)(identity * _scale >> 32) * LineSize;

    /// <summary>Makes a place in the table for a row of at most <see cref="MostPairs"/>.</summary>
    /// <param name="identity">Its feature.</param>
    /// <param name="key">Its key, not 0.</param>
    /// <returns>Where its pairs of a lane and a weight go, <see cref="MostPairs"/>.</returns>
    public byte* AddShort(ulong identity, uint key) => Take(identity, key) + KeySize;

    /// <summary>Puts the number of a row in full into the table.</summary>
    public void AddFull(ulong identity, uint key, uint number)
    {
        byte* slot = Take(identity, key);
        slot[KeySize] = Full;
        *(uint*)(slot + NumberAt) = number;
    }

    private byte* Take(ulong identity, uint key)
    {
        byte* slot = LineOf(identity);
        while (*(uint*)slot != 0)
        {
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

    /// <summary>Whether a place has the number of a row in full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFull(byte* slot) => slot[KeySize] == Full;

    /// <summary>The number of a row in full.</summary>
    public static uint NumberOf(byte* slot) => *(uint*)(slot + NumberAt);

    /// <summary>The pairs of a row; those that are not in use have a weight of zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* PairsOf(byte* slot) => slot + KeySize;
}
