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
/// something about most labels, which frequent features have, are written in full. Where a row is, a <see cref="WeightSlots"/> says.
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

    private const int MostLabels = 250;
    private const int Batch = 128;
    private const int Step = 8;
    private const int MaskBits = 31;

    private readonly ModelMemory _memory;

    // For each bucket a bit for the low five bits of each of its checks.
    private readonly uint[] _masks;
    private readonly WeightSlots _slots;

    // The weights of rows in full. Pinned, so that the address holds as long as this object does.
    private readonly int _denseLanes;
    private short[] _denseWeights = [];
    private short* _dense;
    private readonly byte* _rows;
    private readonly uint _bucketCount;

    private SparseWeightTable(SectionReader reader)
    {
        _memory = reader.Memory;
        LabelCount = reader.Int32(1, MostLabels, "the number of labels");
        RowCount = reader.Count(RowHead, "rows");
        _bucketCount = (uint)reader.Count(4, "buckets");
        if (_bucketCount == 0) throw reader.Damaged("there are no buckets");
        byte* buckets = reader.Table((_bucketCount + 1L) * 4);
        int length = reader.Count(1, "bytes of rows");
        _rows = reader.Table(length);
        _denseLanes = (LabelCount + Step - 1) / Step * Step;
        _masks = new uint[_bucketCount];
        _slots = new WeightSlots(RowCount, (byte)LabelCount);
        ReadRows(reader, buckets, length);
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

    /// <summary>
    /// Adds the weights of <paramref name="features"/> to <paramref name="sums"/>, which has a number for every label, and one more.
    /// </summary>
    [SkipLocalsInit]
    public void Accumulate(ReadOnlySpan<uint> features, Span<int> sums)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(sums.Length, LabelCount);
        Kept* kept = stackalloc Kept[Batch];
        short** dense = stackalloc short*[Batch];
        fixed (int* sum = sums)
        {
            for (; !features.IsEmpty; features = features[Math.Min(Batch, features.Length)..])
            {
                int count = Keep(features[..Math.Min(Batch, features.Length)], kept);
                int denseCount = 0;
                for (int i = 0; i < count; i++)
                {
                    byte* slot = _slots.Find(kept[i].Line, kept[i].Key);
                    if (slot == null) continue;
                    if (WeightSlots.IsDense(slot)) dense[denseCount++] = _dense + WeightSlots.OffsetOf(slot) * (nuint)_denseLanes;
                    else AddPairs(slot, sum);
                }

                AddDense(dense, denseCount, sums);
            }
        }

        GC.KeepAlive(_memory);
        GC.KeepAlive(_denseWeights);
    }

    /// <summary>Fetches what <see cref="Accumulate"/> needs first of some features, so that it is near when it is called.</summary>
    public void Prefetch(ReadOnlySpan<uint> features)
    {
        if (!Sse.IsSupported) return;
        fixed (uint* masks = _masks)
        {
            foreach (uint feature in features) Sse.Prefetch0(masks + BucketOf(feature, _bucketCount));
        }
    }

    /// <summary>
    /// Keeps the features that may have weights: without a branch, as nothing can foresee which, and fetching the rows of all
    /// before the first is needed.
    /// </summary>
    private int Keep(ReadOnlySpan<uint> features, Kept* kept)
    {
        int count = 0;
        foreach (uint feature in features)
        {
            uint bucket = BucketOf(feature, _bucketCount);
            byte* line = _slots.LineOf(bucket, (ushort)feature);
            kept[count] = new Kept(line, WeightSlots.KeyOf(bucket, (ushort)feature));
            count += (int)(_masks[(int)bucket] >> (int)(feature & MaskBits) & 1);
        }

        if (!Sse.IsSupported) return count;
        for (int i = 0; i < count; i++) Sse.Prefetch0(kept[i].Line);
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddPairs(byte* slot, int* sums)
    {
        byte* pair = WeightSlots.PairsOf(slot);
        int count = WeightSlots.MostPairs;
        if (WeightSlots.IsLong(slot))
        {
            byte* row = _rows + WeightSlots.OffsetOf(slot);
            pair = row + RowHead;
            count = row[2];
        }

        for (; count > 0; count--, pair += 2) sums[pair[0]] += Weight((sbyte)pair[1]);
    }

    /// <summary>Adds rows with a weight for every label: some labels of all rows, then the next.</summary>
    private void AddDense(short** rows, int count, Span<int> sums)
    {
        int lane = 0;
        for (; lane + 2 * Step <= _denseLanes; lane += 2 * Step)
        {
            var (low, high) = (Vector256<int>.Zero, Vector256<int>.Zero);
            for (int row = 0; row < count; row++)
            {
                low += Widened(rows[row] + lane);
                high += Widened(rows[row] + lane + Step);
            }

            Add(low, sums[lane..]);
            Add(high, sums[(lane + Step)..]);
        }

        for (; lane < _denseLanes; lane += Step)
        {
            var sum = Vector256<int>.Zero;
            for (int row = 0; row < count; row++) sum += Widened(rows[row] + lane);
            Add(sum, sums[lane..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Widened(short* eight)
    {
        if (Avx2.IsSupported) return Avx2.ConvertToVector256Int32(eight);
        var weights = Vector128.Load(eight);
        return Vector256.Create(Vector128.WidenLower(weights), Vector128.WidenUpper(weights));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector256<int> sum, Span<int> sums)
    {
        if (sums.Length >= Step)
        {
            (Vector256.Create<int>(sums) + sum).CopyTo(sums);
            return;
        }

        for (int i = 0; i < sums.Length; i++) sums[i] += sum[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Weight(int code)
    {
        int sign = code >> 31;
        return code * ((code ^ sign) - sign);
    }

    // Adding trusts the rows, so a damaged file must not pass.
    private void ReadRows(SectionReader reader, byte* buckets, int length)
    {
        uint at = 0;
        int rows = 0;
        var dense = new List<uint>();
        if (ReadUInt32(buckets) != 0) throw reader.Damaged("the buckets are out of order");
        for (uint bucket = 0; bucket < _bucketCount; bucket++)
        {
            uint end = ReadUInt32(buckets + 4 * (nuint)(bucket + 1));
            if (end < at || end > (uint)length) throw reader.Damaged("the buckets are out of order");
            for (; at < end; rows++)
            {
                if (rows == RowCount || end - at < RowHead) throw reader.Damaged("a row is cut short");
                at = ReadRow(reader, bucket, at, end, dense);
            }
        }

        if (at != (uint)length || rows != RowCount) throw reader.Damaged("the buckets do not cover the rows");
        ReadDense(dense);
    }

    /// <summary>Turns the codes of rows in full into weights.</summary>
    private void ReadDense(List<uint> offsets)
    {
        short[] weights = GC.AllocateArray<short>(Math.Max(1, offsets.Count * _denseLanes), pinned: true);
        for (int row = 0; row < offsets.Count; row++)
        {
            sbyte* codes = (sbyte*)_rows + offsets[row] + RowHead;
            for (int label = 0; label < LabelCount; label++) weights[row * _denseLanes + label] = (short)Weight(codes[label]);
        }

        _denseWeights = weights;
        _dense = (short*)Unsafe.AsPointer(ref weights[0]);
    }

    /// <summary>Reads one row.</summary>
    /// <returns>The offset behind it.</returns>
    private uint ReadRow(SectionReader reader, uint bucket, uint at, uint end, List<uint> dense)
    {
        byte* row = _rows + at;
        int count = row[2];
        uint next = at + (uint)RowLength(count, LabelCount);
        if (next > end) throw reader.Damaged("a row is cut short");
        for (int i = 0; count != Dense && i < count; i++)
        {
            if (row[RowHead + 2 * i] >= LabelCount) throw reader.Damaged("a row names a label that is not there");
        }

        ushort check = (ushort)(row[0] | row[1] << 8);
        _masks[bucket] |= 1u << (check & MaskBits);
        if (count == Dense)
        {
            _slots.AddDense(bucket, check, (uint)dense.Count);
            dense.Add(at);
        }
        else if (count > WeightSlots.MostPairs)
        {
            _slots.AddLong(bucket, check, at);
        }
        else
        {
            _slots.AddShort(bucket, check, new ReadOnlySpan<byte>(row + RowHead, 2 * count));
        }

        return next;
    }

    /// <summary>A feature that may have weights: where its row is, if there is one.</summary>
    private readonly struct Kept(byte* line, uint key)
    {
        public readonly byte* Line = line;
        public readonly uint Key = key;
    }

    private static uint ReadUInt32(byte* address)
    {
        uint value = Unsafe.ReadUnaligned<uint>(address);
        return BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
    }
}
