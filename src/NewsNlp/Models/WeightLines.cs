using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Models;

/// <summary>
/// The weights of a table with one label, in memory: for each bucket of the index a line of eight places, each with the low half
/// of a key and its weight. One fetch of half a cache line finds a feature or tells that it is not there, and nothing branches.
/// </summary>
/// <threadsafety>Filled once; then safe for any number of threads.</threadsafety>
internal sealed unsafe class WeightLines
{
    /// <summary>How many rows a line has room for.</summary>
    public const int Places = 8;

    private const int LineSize = Places * sizeof(uint);

    // As the weight of a line's last place: not all rows of the bucket have found room. No row has this weight.
    private const int Crowded = short.MinValue;

    // Pinned, so that the address holds as long as this object does.
    private readonly uint[] _memory;
    private readonly uint* _lines;
    private readonly uint _bucketCount;

    /// <summary>Makes empty lines.</summary>
    public WeightLines(uint bucketCount)
    {
        _bucketCount = bucketCount;
        _memory = GC.AllocateArray<uint>(checked((int)(bucketCount + 1) * Places), pinned: true);
        _lines = (uint*)(((nuint)Unsafe.AsPointer(ref _memory[0]) + LineSize - 1) & ~(nuint)(LineSize - 1));
    }

    /// <summary>Says that a bucket has more rows than there is room for.</summary>
    public void SetCrowded(uint bucket) => _lines[(nuint)bucket * Places + Places - 1] = unchecked((uint)Crowded << 16);

    /// <summary>Sets the rows of a bucket, at most <see cref="Places"/>: each one's check and weight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(uint bucket, ReadOnlySpan<(ushort Check, short Weight)> rows)
    {
        uint* line = _lines + (nuint)bucket * Places;
        for (int i = 0; i < rows.Length; i++)
        {
            // Of two rows with the same check the first is the one that is found.
            bool isFirst = true;
            for (int j = 0; j < i; j++) isFirst &= rows[j].Check != rows[i].Check;
            if (isFirst) line[i] = ((uint)(ushort)rows[i].Weight << 16) | rows[i].Check;
        }
    }

    /// <summary>Fetches what <see cref="Sum"/> needs of some features, so that it is near when it is called.</summary>
    public void Prefetch(ReadOnlySpan<uint> features)
    {
        if (!Sse.IsSupported) return;
        foreach (uint feature in features) Sse.Prefetch0(LineOf(feature));
    }

    /// <summary>The sum of the weights of some features.</summary>
    /// <param name="features">The features.</param>
    /// <param name="crowded">Takes those whose lines do not tell; as long as <paramref name="features"/>.</param>
    /// <param name="crowdedCount">How many those are.</param>
    public int Sum(ReadOnlySpan<uint> features, Span<uint> crowded, out int crowdedCount)
    {
        // An empty place has the weight 0, so that it does not matter that it looks like a check of 0.
        crowded = crowded[..features.Length];
        crowdedCount = 0;
        var sum = Vector256<int>.Zero;
        foreach (uint feature in features)
        {
            uint* line = LineOf(feature);
            if ((short)(line[Places - 1] >> 16) == Crowded)
            {
                crowded[crowdedCount++] = feature;
                continue;
            }

            var places = Vector256.Load(line);
            var found = Vector256.Equals(places << 16, Vector256.Create(feature << 16));
            sum += (places & found).AsInt32() >> 16;
        }

        GC.KeepAlive(_memory);
        return Vector256.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint* LineOf(uint feature) => _lines + (nuint)HashIndex.BucketOf(feature, _bucketCount) * Places;
}
