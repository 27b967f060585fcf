using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Models;

/// <summary>
/// Quantized weights of hashed features, one row of labels a feature, read in place from the model's bytes.
/// <para>
/// Rows are ordered by feature hash and found through a <see cref="HashIndex"/>. A weight is <c>int8 × row multiplier (1
/// to 255) × Quantum</c>, and sums are kept as 32-bit integers of Quantum: integer addition has no rounding, so sums are
/// the same on every processor, in any order, and partial sums can be cached.
/// </para>
/// Immutable and safe for use by many threads.
/// </summary>
internal sealed unsafe partial class WeightTable
{
    /// <summary>The most labels a table may have.</summary>
    public const int MaxLabels = 255;

    /// <summary>Readable bytes after the last row, so that whole vectors can be loaded.</summary>
    internal const int Padding = 32;

    private const int Batch = 128;

    private readonly ModelMemory _memory;
    private readonly HashIndex _index;
    private readonly byte* _rows;
    private readonly int _stride;
    private readonly WeightLines? _lines;
    private readonly RowSlots? _slots;

    private WeightTable(SectionReader reader)
    {
        _memory = reader.Memory;
        LabelCount = reader.Int32(1, MaxLabels, "the number of labels");
        Quantum = reader.Double();
        if (Quantum <= 0) throw reader.Damaged($"the quantum is {Quantum}");
        RowCount = reader.Count(3 + LabelCount, "rows");
        _index = HashIndex.Read(reader, RowCount);
        _stride = LabelCount + 1;
        _rows = reader.Table((long)RowCount * _stride + Padding);
        AccumulatorLength = (LabelCount + 15) & ~15;
        if (LabelCount == 1) _lines = ReadLines();
        else if (LabelCount <= RowSlots.MostLabels && _index.BucketCount <= RowSlots.MostBuckets) _slots = ReadSlots();
    }

    /// <summary>The number of labels, which is the number of weights in a row.</summary>
    public int LabelCount { get; }

    /// <summary>The number of features that have weights.</summary>
    public int RowCount { get; }

    /// <summary>What 1 in an integer score means as a natural-logarithm score.</summary>
    public double Quantum { get; }

    /// <summary>
    /// How many integers a sum takes: the labels, padded to a multiple of 16. What the padding holds is of no meaning.
    /// </summary>
    public int AccumulatorLength { get; }

    /// <summary>Reads a table; the reader stands after it when this returns.</summary>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    public static WeightTable Read(SectionReader reader) => new(reader);

    /// <summary>
    /// Adds the rows of <paramref name="features"/> to <paramref name="sums"/>. Features without weights add nothing;
    /// a feature given twice counts twice.
    /// </summary>
    /// <param name="features">Hashes, see <see cref="Features.FeatureHash"/>.</param>
    /// <param name="sums">At least <see cref="AccumulatorLength"/> integers.</param>
    [SkipLocalsInit]
    public void Accumulate(ReadOnlySpan<uint> features, Span<int> sums)
    {
        if (sums.Length < AccumulatorLength)
            throw new ArgumentException($"Give at least {AccumulatorLength} integers, not {sums.Length}.", nameof(sums));
        if (LabelCount == 1)
        {
            sums[0] += Sum(features);
            return;
        }

        byte** rows = stackalloc byte*[Batch];
        fixed (int* sum = sums)
        {
            if (_slots is not null)
            {
                _slots.Accumulate(features, sum);
                return;
            }

            while (!features.IsEmpty)
            {
                var batch = features[..Math.Min(features.Length, Batch)];
                features = features[batch.Length..];
                int found = 0;
                foreach (uint feature in batch)
                {
                    int there = _index.TryFind(feature, out int row);
                    rows[found] = _rows + (nint)(row & -there) * _stride;
                    if (Sse.IsSupported) Sse.Prefetch0(rows[found]);
                    found += there;
                }
                AddRows(rows, found, sum);
            }
        }
        GC.KeepAlive(_memory);
    }

    /// <summary>
    /// Fetches what the weights of some features need first. Tables together are larger than what is near the processor, so
    /// whoever knows the features of many positions asks for all before the first is needed.
    /// </summary>
    public void Prefetch(ReadOnlySpan<uint> features)
    {
        if (_lines is not null) _lines.Prefetch(features);
        else _slots?.Prefetch(features);
    }

    /// <summary>The sum of the weights of <paramref name="features"/> in a table with one label.</summary>
    [SkipLocalsInit]
    public int Sum(ReadOnlySpan<uint> features)
    {
        if (_lines is null) throw new InvalidOperationException($"The table has {LabelCount} labels.");
        int sum = 0;
        Span<uint> crowded = stackalloc uint[Batch];
        for (; !features.IsEmpty; features = features[Math.Min(features.Length, Batch)..])
        {
            sum += _lines.Sum(features[..Math.Min(features.Length, Batch)], crowded, out int count);
            foreach (uint feature in crowded[..count])
                if (_index.TryFind(feature, out int row) != 0) sum += Weight(row, 0);
        }

        GC.KeepAlive(_memory);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private RowSlots ReadSlots()
    {
        var slots = new RowSlots(RowCount, _index.BucketCount);
        var labels = Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)LabelCount));
        int row = 0;
        for (uint bucket = 0; bucket < _index.BucketCount; bucket++)
        {
            for (int end = _index.FirstOf(bucket + 1); row < end; row++)
            {
                byte* start = _rows + (nint)row * _stride;
                slots.Add(bucket, _index.CheckAt(row), start[0], Vector128.Load(start + 1) & labels);
            }
        }

        return slots;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private WeightLines ReadLines()
    {
        var lines = new WeightLines(_index.BucketCount);
        Span<(ushort Check, short Weight)> rows = stackalloc (ushort, short)[WeightLines.Places];
        for (uint bucket = 0; bucket < _index.BucketCount; bucket++)
        {
            int first = _index.FirstOf(bucket), count = _index.FirstOf(bucket + 1) - first;
            if (count > rows.Length)
            {
                lines.SetCrowded(bucket);
                continue;
            }

            for (int i = 0; i < count; i++) rows[i] = (_index.CheckAt(first + i), (short)Weight(first + i, 0));
            lines.Set(bucket, rows[..count]);
        }

        return lines;
    }

    /// <summary>The row of a feature, or -1. For looking into a model and for tests.</summary>
    public int RowOf(uint feature) => _index.Find(feature);

    /// <summary>The weight of a row for a label, in units of <see cref="Quantum"/>.</summary>
    public int Weight(int row, int label)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)RowCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)label, (uint)LabelCount);
        byte* start = _rows + (nint)row * _stride;
        return start[0] * (sbyte)start[1 + label];
    }
}
