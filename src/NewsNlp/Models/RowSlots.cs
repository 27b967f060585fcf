using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Models;

/// <summary>
/// The rows of a table with few labels, in memory: a hash table whose places hold the rows themselves. Four places are a cache
/// line, so that a feature costs one fetch, where index, check and row in the file cost three.
/// </summary>
/// <threadsafety>Filled once; then safe for any number of threads.</threadsafety>
internal sealed unsafe class RowSlots
{
    /// <summary>The most labels of a row.</summary>
    public const int MostLabels = MultiplierAt;

    /// <summary>The most buckets of an index: a row's key is its bucket and its check.</summary>
    public const uint MostBuckets = ushort.MaxValue;

    // A place: the weights, the multiplier, the key. An empty place has the key 0.
    private const int MultiplierAt = 11;
    private const int KeyAt = 12;
    private const int PlaceSize = 16;
    private const int LineSize = 64;
    private const int LastKeyAt = LineSize - PlaceSize + KeyAt;
    private const uint Keys = 0x8888;
    private const uint LastPlace = 0x8000;

    // A line has room for four rows and gets so many on average, so that few rows end up in the next line.
    private const double RowsPerLine = 2.75;

    // Pinned, so that the address holds as long as this object does.
    private readonly byte[] _memory;
    private readonly byte* _lines;
    private readonly uint _lineCount;
    private readonly uint _bucketCount;
    private readonly ulong _linesPerKey;

    /// <summary>Makes room for some rows.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="bucketCount">How many buckets the index of the rows has.</param>
    public RowSlots(int rows, uint bucketCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bucketCount, MostBuckets);
        _bucketCount = bucketCount;
        _lineCount = (uint)(rows / RowsPerLine) + 1;
        _linesPerKey = ((ulong)_lineCount << 32) / ((ulong)bucketCount << 16);
        _memory = GC.AllocateArray<byte>(checked((int)(_lineCount + 1) * LineSize), pinned: true);
        _lines = (byte*)(((nuint)Unsafe.AsPointer(ref _memory[0]) + LineSize - 1) & ~(nuint)(LineSize - 1));
    }

    /// <summary>Puts a row into the table; of two with the same key the first stays.</summary>
    /// <param name="bucket">The row's bucket.</param>
    /// <param name="check">The row's check.</param>
    /// <param name="multiplier">What its weights are multiplied with.</param>
    /// <param name="weights">A weight for each label, and zeros.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(uint bucket, ushort check, byte multiplier, Vector128<byte> weights)
    {
        uint key = KeyOf(bucket, check);
        byte* place = LineOf(key);
        while (*(uint*)(place + KeyAt) != 0)
        {
            if (*(uint*)(place + KeyAt) == key) return;
            place += PlaceSize;
            if (place == _lines + (nuint)_lineCount * LineSize) place = _lines;
        }

        weights.Store(place);
        place[MultiplierAt] = multiplier;
        *(uint*)(place + KeyAt) = key;
    }

    /// <summary>Fetches what <see cref="Accumulate"/> needs of some features, so that it is near when it is called.</summary>
    public void Prefetch(ReadOnlySpan<uint> features)
    {
        if (!Sse.IsSupported) return;
        foreach (uint feature in features) Sse.Prefetch0(LineOf(KeyOf(feature)));
    }

    /// <summary>Adds the rows of some features to sums.</summary>
    /// <param name="features">The features.</param>
    /// <param name="sums">16 integers; behind the labels anything may be added.</param>
    public void Accumulate(ReadOnlySpan<uint> features, int* sums)
    {
        var low = Vector256.Load(sums);
        var high = Vector256.Load(sums + 8);
        foreach (uint feature in features)
        {
            byte* place = Find(KeyOf(feature), out int multiplier);
            var weights = Vector128.Load((sbyte*)place);
            if (Avx2.IsSupported)
            {
                var product = Avx2.ConvertToVector256Int16(weights) * Vector256.Create((short)multiplier);
                low += Avx2.ConvertToVector256Int32(product.GetLower());
                high += Avx2.ConvertToVector256Int32(product.GetUpper());
            }
            else
            {
                var factors = Vector128.Create((short)multiplier);
                var first = Vector128.WidenLower(weights) * factors;
                var second = Vector128.WidenUpper(weights) * factors;
                low += Vector256.Create(Vector128.WidenLower(first), Vector128.WidenUpper(first));
                high += Vector256.Create(Vector128.WidenLower(second), Vector128.WidenUpper(second));
            }
        }

        low.Store(sums);
        high.Store(sums + 8);
        GC.KeepAlive(_memory);
    }

    // Whether a feature has a row, and in which of the four places, nothing can foresee: no branch asks. What has none gets some row
    // times zero.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte* Find(uint key, out int multiplier)
    {
        byte* line = LineOf(key);
        uint found = PlacesOf(line, key);
        if (found == 0 & *(uint*)(line + LastKeyAt) != 0)
        {
            line = LineBehind(line, key);
            found = PlacesOf(line, key);
        }

        byte* place = line + sizeof(uint) * BitOperations.TrailingZeroCount(found | LastPlace) - KeyAt;
        multiplier = place[MultiplierAt] & ((int)(found | (0 - found)) >> 31);
        return place;
    }

    // A row for which its line had no room stands in one of the next: that line, or the one where there would have been room.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private byte* LineBehind(byte* line, uint key)
    {
        do
        {
            line += LineSize;
            if (line == _lines + (nuint)_lineCount * LineSize) line = _lines;
        }
        while (PlacesOf(line, key) == 0 && *(uint*)(line + LastKeyAt) != 0);
        return line;
    }

    // A bit for each integer of a line, set where it is the key of one of the four places and equal.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint PlacesOf(byte* line, uint key)
    {
        var wanted = Vector256.Create(key);
        uint first = Vector256.Equals(Vector256.Load((uint*)line), wanted).ExtractMostSignificantBits();
        uint second = Vector256.Equals(Vector256.Load((uint*)line + Vector256<uint>.Count), wanted).ExtractMostSignificantBits();
        return (first | second << Vector256<uint>.Count) & Keys;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint KeyOf(uint feature) => KeyOf(HashIndex.BucketOf(feature, _bucketCount), (ushort)feature);

    private static uint KeyOf(uint bucket, ushort check) => (bucket << 16 | check) + 1;

    // In the order of the index, so that filling the table walks through memory.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte* LineOf(uint key) => _lines + (nuint)((key - 1) * _linesPerKey >> 32) * LineSize;
}
