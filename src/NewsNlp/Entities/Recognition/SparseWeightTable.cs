using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using NewsNlp.Models;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// Quantized weights of hashed features that touch few labels each, read in place from the model's bytes: a row is a 16-bit
/// check, a count, and as many pairs of a label and a weight. With 37 labels, of which a feature after pruning says
/// something about three, that takes a fifth of what rows with a weight for every label take.
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

    private readonly ModelMemory _memory;
    private readonly byte* _buckets;
    private readonly byte* _rows;
    private readonly uint _bucketCount;

    private SparseWeightTable(SectionReader reader)
    {
        _memory = reader.Memory;
        LabelCount = reader.Int32(1, byte.MaxValue, "the number of labels");
        RowCount = reader.Count(RowHead, "rows");
        _bucketCount = (uint)reader.Count(4, "buckets");
        if (_bucketCount == 0) throw reader.Damaged("there are no buckets");
        _buckets = reader.Table((_bucketCount + 1L) * 4);
        int length = reader.Count(1, "bytes of rows");
        _rows = reader.Table(length);
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

    /// <summary>Adds the weights of <paramref name="features"/> to <paramref name="sums"/>, which has a number for every label.</summary>
    public void Accumulate(ReadOnlySpan<uint> features, Span<int> sums)
    {
        if (sums.Length < LabelCount) throw new ArgumentException($"Give at least {LabelCount} integers, not {sums.Length}.", nameof(sums));
        fixed (int* sum = sums)
        {
            foreach (uint feature in features) Add(feature, sum);
        }

        GC.KeepAlive(_memory);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(uint feature, int* sums)
    {
        byte* bucket = _buckets + 4 * (nuint)BucketOf(feature, _bucketCount);
        byte* row = _rows + ReadUInt32(bucket);
        byte* end = _rows + ReadUInt32(bucket + 4);
        while (row < end)
        {
            int count = row[2];
            if ((ushort)(row[0] | row[1] << 8) == (ushort)feature)
            {
                for (byte* pair = row + RowHead; count > 0; count--, pair += 2)
                {
                    int code = (sbyte)pair[1];
                    sums[pair[0]] += code * Math.Abs(code);
                }

                return;
            }

            row += RowHead + 2 * count;
        }
    }

    // Adding trusts the rows, so a damaged file must not pass.
    private void Check(SectionReader reader, int length)
    {
        uint at = 0;
        int rows = 0;
        for (uint bucket = 0; bucket < _bucketCount; bucket++)
        {
            uint end = ReadUInt32(_buckets + 4 * (nuint)(bucket + 1));
            if (ReadUInt32(_buckets + 4 * (nuint)bucket) != at || end < at || end > (uint)length) throw reader.Damaged("the buckets are out of order");
            for (; at < end; rows++)
            {
                if (end - at < RowHead) throw reader.Damaged("a row is cut short");
                byte* row = _rows + at;
                uint next = at + RowHead + 2u * row[2];
                if (next > end) throw reader.Damaged("a row is cut short");
                for (int i = 0; i < row[2]; i++)
                {
                    if (row[RowHead + 2 * i] >= LabelCount) throw reader.Damaged("a row names a label that is not there");
                }

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
