using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NewsNlp.Models;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// Quantized weights of hashed features that touch few labels each, read in place from the model's bytes: a row is a 16-bit
/// check, a count, and as many pairs of a label and a weight. With 37 labels, of which a feature after pruning says
/// something about three, that takes a fifth of what rows with a weight for every label take; the few rows that say
/// something about most labels, which frequent features have, are written in full.
/// </summary>
/// <remarks>
/// A weight is kept as a signed byte <c>c</c> and stands for <c>c × |c| × Quantum</c>: fine steps for small weights, which are
/// many, coarse ones for large. Sums are integers, so they do not depend on the order or the processor.
/// </remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed unsafe class SparseWeightTable
{
    /// <summary>How many rows a bucket has on average.</summary>
    internal const int RowsPerBucket = 4;

    /// <summary>Check and count.</summary>
    internal const int RowHead = 3;

    /// <summary>As a row's count: a weight for each label follows, in order, instead of pairs.</summary>
    internal const int Dense = byte.MaxValue;

    private const int Batch = 128;
    private const int MaskShift = 32;
    private const uint MaskBits = 31;

    private readonly ModelMemory _memory;

    // For each bucket where its rows start, and above that a bit for the low five bits of each of its checks.
    private readonly ulong[] _heads;
    private readonly byte* _rows;
    private readonly uint _bucketCount;

    private SparseWeightTable(SectionReader reader)
    {
        _memory = reader.Memory;
        LabelCount = reader.Int32(1, Dense - 1, "the number of labels");
        RowCount = reader.Count(RowHead, "rows");
        _bucketCount = (uint)reader.Count(4, "buckets");
        if (_bucketCount == 0) throw reader.Damaged("there are no buckets");
        byte* buckets = reader.Table((_bucketCount + 1L) * 4);
        int length = reader.Count(1, "bytes of rows");
        _rows = reader.Table(length);
        _heads = new ulong[_bucketCount + 1];
        for (uint bucket = 0; bucket <= _bucketCount; bucket++) _heads[bucket] = ReadUInt32(buckets + 4 * (nuint)bucket);
        Check(reader, length);
    }

    /// <summary>The number of labels.</summary>
    public int LabelCount { get; }

    /// <summary>The number of features that have weights.</summary>
    public int RowCount { get; }

    /// <summary>Reads a table; the reader stands behind it when this returns.</summary>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    public static SparseWeightTable Read(SectionReader reader) => new(reader);

    /// <summary>The bucket of a feature: its hash, scaled.</summary>
    internal static uint BucketOf(uint feature, uint bucketCount) => (uint)(((ulong)feature * bucketCount) >> 32);

    /// <summary>How many bytes a row takes, by its count.</summary>
    internal static int RowLength(int count, int labels) => RowHead + (count == Dense ? labels : 2 * count);

    /// <summary>Adds the weights of <paramref name="features"/> to <paramref name="sums"/>, which has a number for every label.</summary>
    public void Accumulate(ReadOnlySpan<uint> features, Span<int> sums)
    {
        if (sums.Length < LabelCount) throw new ArgumentException($"Give at least {LabelCount} integers, not {sums.Length}.", nameof(sums));
        uint* kept = stackalloc uint[Batch];
        fixed (int* sum = sums)
        {
            for (; !features.IsEmpty; features = features[Math.Min(Batch, features.Length)..])
            {
                int count = Keep(features[..Math.Min(Batch, features.Length)], kept);
                for (int i = 0; i < count; i++) Add(kept[i], sum);
            }
        }

        GC.KeepAlive(_memory);
    }

    /// <summary>
    /// Keeps the features that may have weights: without a branch, as nothing can foresee which, and fetching the rows of all
    /// before the first is needed.
    /// </summary>
    private int Keep(ReadOnlySpan<uint> features, uint* kept)
    {
        int count = 0;
        foreach (uint feature in features)
        {
            kept[count] = feature;
            count += (int)(_heads[(int)BucketOf(feature, _bucketCount)] >> (int)(MaskShift + (feature & MaskBits)) & 1);
        }

        if (!Sse.IsSupported) return count;
        for (int i = 0; i < count; i++) Sse.Prefetch0(_rows + (uint)_heads[(int)BucketOf(kept[i], _bucketCount)]);
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(uint feature, int* sums)
    {
        int bucket = (int)BucketOf(feature, _bucketCount);
        byte* row = _rows + (uint)_heads[bucket];
        byte* end = _rows + (uint)_heads[bucket + 1];
        while (row < end)
        {
            int count = row[2];
            if ((ushort)(row[0] | row[1] << 8) == (ushort)feature)
            {
                if (count == Dense) AddDense(row + RowHead, sums);
                else AddPairs(row + RowHead, count, sums);
                return;
            }

            row += RowLength(count, LabelCount);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddPairs(byte* pair, int count, int* sums)
    {
        for (; count > 0; count--, pair += 2) sums[pair[0]] += Weight((sbyte)pair[1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddDense(byte* codes, int* sums)
    {
        int label = 0;
        for (; label + Vector256<int>.Count <= LabelCount; label += Vector256<int>.Count)
        {
            // 127 × 127 fits into 16 bits.
            var code = Vector128.WidenLower(Vector64.Load((sbyte*)codes + label).ToVector128());
            var weight = code * Vector128.Abs(code);
            var sum = Vector256.Load(sums + label) + Vector256.Create(Vector128.WidenLower(weight), Vector128.WidenUpper(weight));
            sum.Store(sums + label);
        }

        for (; label < LabelCount; label++) sums[label] += Weight((sbyte)codes[label]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Weight(int code)
    {
        int sign = code >> 31;
        return code * ((code ^ sign) - sign);
    }

    // Adding trusts the rows, so a damaged file must not pass.
    private void Check(SectionReader reader, int length)
    {
        uint at = 0;
        int rows = 0;
        for (uint bucket = 0; bucket < _bucketCount; bucket++)
        {
            uint end = (uint)_heads[bucket + 1];
            if ((uint)_heads[bucket] != at || end < at || end > (uint)length) throw reader.Damaged("the buckets are out of order");
            for (; at < end; rows++)
            {
                if (end - at < RowHead) throw reader.Damaged("a row is cut short");
                byte* row = _rows + at;
                uint next = at + (uint)RowLength(row[2], LabelCount);
                if (next > end) throw reader.Damaged("a row is cut short");
                for (int i = 0; row[2] != Dense && i < row[2]; i++)
                {
                    if (row[RowHead + 2 * i] >= LabelCount) throw reader.Damaged("a row names a label that is not there");
                }

                _heads[bucket] |= 1UL << (int)(MaskShift + (row[0] & MaskBits));
                at = next;
            }
        }

        if (at != (uint)length || rows != RowCount) throw reader.Damaged("the buckets do not cover the rows");
    }

    private static uint ReadUInt32(byte* address)
    {
        uint value = Unsafe.ReadUnaligned<uint>(address);
        return BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
    }
}
