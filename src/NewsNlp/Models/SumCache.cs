using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Models;

/// <summary>
/// Sums of the weights of groups of features, kept from document to document under keys that say all that the features of a
/// group depend on: a table of fixed size in which a new sum takes the place of one that was used less. Sums are integers, so
/// one taken from here is the same as one computed anew. Rented and reused, not safe for threads.
/// </summary>
internal sealed unsafe class SumCache
{
    /// <summary>The most groups whose sums are added at once.</summary>
    public const int MaxGroups = 32;

    /// <summary>The number of a group is in the highest bits of its keys, so that no key of one is a key of another.</summary>
    public const int GroupShift = 59;

    /// <summary>The bits of a key that say what the features depend on.</summary>
    public const ulong Contents = (1UL << GroupShift) - 1;

    private const int LineSize = 64;
    private const ulong Spread = 0x9E3779B97F4A7C15;

    // The two integers behind the sums hold the key.
    private const int KeyLanes = 2;

    private readonly WeightTable _table;
    private readonly int _lanes;
    private readonly int _shift;

    // Pinned, so that the address holds as long as this object does.
    private readonly int[] _memory;
    private readonly int* _entries;
    private readonly int[] _sums;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="table">The weights; of at most 14 labels.</param>
    /// <param name="bits">The binary logarithm of how many sums are kept.</param>
    public SumCache(WeightTable table, int bits)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(table.LabelCount, 16 - KeyLanes);
        _table = table;
        _lanes = Math.Max(4, (int)BitOperations.RoundUpToPowerOf2((uint)(table.LabelCount + KeyLanes)));
        _shift = 64 - bits + 1;
        _memory = GC.AllocateArray<int>((_lanes << bits) + LineSize / sizeof(int), pinned: true);
        _entries = (int*)(((nuint)Unsafe.AsPointer(ref _memory[0]) + LineSize - 1) & ~(nuint)(LineSize - 1));
        _sums = new int[table.AccumulatorLength];
    }

    /// <summary>Fetches what <see cref="Add"/> needs of some keys, so that it is near when it is called.</summary>
    public void Prefetch(ReadOnlySpan<ulong> keys)
    {
        if (!Sse.IsSupported) return;
        foreach (ulong key in keys) Sse.Prefetch0(PairOf(key));
    }

    /// <summary>Adds the sums of some keys.</summary>
    /// <param name="keys">The keys, none of them 0; at most <see cref="MaxGroups"/>.</param>
    /// <param name="sums">As long as the table's accumulator; behind the labels anything may be added.</param>
    /// <returns>A bit for each key whose sum is not kept: <see cref="Fill"/> adds it.</returns>
    [SkipLocalsInit]
    public uint Add(ReadOnlySpan<ulong> keys, Span<int> sums)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sums.Length, _table.AccumulatorLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keys.Length, MaxGroups);
        int** entries = stackalloc int*[MaxGroups];
        int count = 0;
        uint missing = 0, second = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            int* entry = PairOf(keys[i]);
            if (KeyAt(entry) != keys[i])
            {
                entry += _lanes;
                if (KeyAt(entry) != keys[i])
                {
                    missing |= 1u << i;
                    continue;
                }

                second |= 1u << i;
            }

            entries[count++] = entry;
        }

        fixed (int* sum = sums)
        {
            if (_lanes == 16) AddSixteen(entries, count, sum);
            else if (_lanes == 8) AddEight(entries, count, sum);
            else for (int i = 0; i < count; i++) sum[0] += entries[i][0];
        }

        for (; second != 0; second &= second - 1) MoveUp(keys[BitOperations.TrailingZeroCount(second)]);
        GC.KeepAlive(_memory);
        return missing;
    }

    /// <summary>Adds the weights of some features, and keeps their sum.</summary>
    public void Fill(ulong key, ReadOnlySpan<uint> features, Span<int> sums)
    {
        _sums.AsSpan().Clear();
        _table.Accumulate(features, _sums);
        int* entry = PairOf(key) + _lanes;
        for (int label = 0; label < _table.LabelCount; label++)
        {
            entry[label] = _sums[label];
            sums[label] += _sums[label];
        }

        *(ulong*)(entry + _lanes - KeyLanes) = key;
        GC.KeepAlive(_memory);
    }

    /// <summary>A key of a group from bits that say all, at most 59.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Key(int group, ulong bits) => ((ulong)group << GroupShift) | bits;

    /// <summary>A key of a group from what tells a word, or several things, apart: a hash, and a few bits more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Key(int group, ulong hash, ulong bits) => ((ulong)group << GroupShift) | ((hash ^ bits * Spread) & Contents);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int* PairOf(ulong key) => _entries + (nuint)((key * Spread) >> _shift) * 2 * (nuint)_lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong KeyAt(int* entry) => *(ulong*)(entry + _lanes - KeyLanes);

    // New sums come second, and whatever is used again comes first: a sum that is used once does not drive out one that is
    // used often.
    private void MoveUp(ulong key)
    {
        int* first = PairOf(key), second = first + _lanes;
        if (KeyAt(second) != key) return;
        for (int lane = 0; lane < _lanes; lane++) (first[lane], second[lane]) = (second[lane], first[lane]);
    }

    private static void AddSixteen(int** entries, int count, int* sums)
    {
        var low = Vector256.Load(sums);
        var high = Vector256.Load(sums + 8);
        for (int i = 0; i < count; i++)
        {
            low += Vector256.Load(entries[i]);
            high += Vector256.Load(entries[i] + 8);
        }

        low.Store(sums);
        high.Store(sums + 8);
    }

    private static void AddEight(int** entries, int count, int* sums)
    {
        var sum = Vector256.Load(sums);
        for (int i = 0; i < count; i++) sum += Vector256.Load(entries[i]);
        sum.Store(sums);
    }
}
