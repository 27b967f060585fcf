using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using NewsNlp.Models;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// Quantized weights of hashed features that touch few labels each: in the file a row is a 16-bit check, a count, and as many pairs
/// of a label and a weight, or a weight for each label. In memory the rows of a few pairs lie in <see cref="WeightSlots"/>;
/// all others, which frequent features have, and so are most of those that are found, are written in full in <see cref="FullRows"/>.
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
    private const int Block = 16;
    private const int MaskBits = 31;
    private const int CheckBits = 16;

    // For each bucket a bit for the low five bits of each of its checks that are not those of rows in full.
    private readonly uint[] _masks;
    private readonly FullRows _full;
    private readonly WeightSlots _slots;
    private readonly uint _bucketCount;

    private SparseWeightTable(SectionReader reader, ReadOnlySpan<byte> lanes)
    {
        LabelCount = reader.Int32(1, MostLabels, "the number of labels");
        if (lanes.Length != LabelCount) throw reader.Damaged($"it has weights for {LabelCount} labels, not {lanes.Length}");
        Lanes = LanesFor(Largest(lanes) + 1);
        RowCount = reader.Count(RowHead, "rows");
        _bucketCount = (uint)reader.Count(4, "buckets");
        if (_bucketCount == 0) throw reader.Damaged("there are no buckets");
        byte* buckets = reader.Table((_bucketCount + 1L) * 4);
        int length = reader.Count(1, "bytes of rows");
        byte* rows = reader.Table(length);
        int full = Check(reader, buckets, rows, length);
        _masks = new uint[_bucketCount];
        _full = new FullRows(full, _bucketCount, Lanes);
        _slots = new WeightSlots(RowCount - full + FullRows.MostFurtherOf(full), (ulong)_bucketCount << CheckBits);
        AddRows(reader, buckets, rows, lanes);
    }

    /// <summary>The number of labels.</summary>
    public int LabelCount { get; }

    /// <summary>The number of features that have weights.</summary>
    public int RowCount { get; }

    /// <summary>How many numbers a sum takes.</summary>
    public int Lanes { get; }

    /// <summary>How many numbers a sum of so many labels takes: at least one more.</summary>
    public static int LanesFor(int labels) => (labels + Block) / Block * Block;

    /// <summary>Reads a table; the reader stands behind it when this returns.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="lanes">For each label its place in a sum.</param>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    public static SparseWeightTable Read(SectionReader reader, ReadOnlySpan<byte> lanes) => new(reader, lanes);

    /// <summary>The bucket of a feature: its hash, scaled.</summary>
    internal static uint BucketOf(uint feature, uint bucketCount) => (uint)(((ulong)feature * bucketCount) >> 32);

    /// <summary>How many bytes a row takes, by its count.</summary>
    internal static int RowLength(int count, int labels) => RowHead + (count == Dense ? labels : 2 * count);

    /// <summary>Adds the weights of <paramref name="features"/> to <paramref name="sums"/>, which has <see cref="Lanes"/> numbers.</summary>
    [SkipLocalsInit]
    public void Accumulate(ReadOnlySpan<uint> features, Span<int> sums)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sums.Length, Lanes);
        var full = stackalloc FoundRows.Place[Batch];
        var others = stackalloc FoundRows.Place[Batch];
        fixed (int* sum = sums)
        {
            for (; !features.IsEmpty; features = features[Math.Min(Batch, features.Length)..])
            {
                Find(features[..Math.Min(Batch, features.Length)], full, others, out int fullCount, out int otherCount);
                Add(full, fullCount, others, otherCount, sum);
            }
        }
    }

    /// <summary>Finds where the rows of <paramref name="features"/> are, and fetches them, so that they are near when they are added.</summary>
    public void Find(ReadOnlySpan<uint> features, FoundRows found)
    {
        found.Begin(features.Length);
        Find(features, found.Full, found.Others, out int fullCount, out int otherCount);
        (found.FullCount, found.OtherCount) = (fullCount, otherCount);
    }

    /// <summary>Adds what was found to <paramref name="sums"/>, which has <see cref="Lanes"/> numbers.</summary>
    public void Add(FoundRows found, Span<int> sums)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sums.Length, Lanes);
        fixed (int* sum = sums) Add(found.Full, found.FullCount, found.Others, found.OtherCount, sum);
    }

    /// <summary>
    /// Keeps the features that may have rows: without a branch, as nothing can foresee which, and fetching the rows of all
    /// before the first is needed.
    /// </summary>
    private void Find(ReadOnlySpan<uint> features, FoundRows.Place* full, FoundRows.Place* others, out int fullCount, out int otherCount)
    {
        int found = 0, left = 0;
        foreach (uint feature in features)
        {
            uint bucket = BucketOf(feature, _bucketCount), check = (ushort)feature;
            ulong identity = (ulong)bucket << CheckBits | check;
            int isFull = _full.TryFind(bucket, check, out byte* row);
            full[found].Address = row;
            full[found].Identity = identity;
            others[left].Identity = identity;
            found += isFull;
            left += 1 - isFull;
        }

        int kept = 0;
        fixed (uint* masks = _masks)
        {
            for (int i = 0; i < left; i++)
            {
                ulong identity = others[i].Identity;
                others[kept].Address = _slots.LineOf(identity);
                others[kept].Identity = identity;
                kept += (int)(masks[identity >> CheckBits] >> (int)(identity & MaskBits) & 1);
            }
        }

        (fullCount, otherCount) = (found, kept);
        if (!Sse.IsSupported) return;
        for (int i = 0; i < found; i++) Sse.Prefetch0(full[i].Address);
        for (int i = 0; i < kept; i++) Sse.Prefetch0(others[i].Address);
    }

    [SkipLocalsInit]
    private void Add(FoundRows.Place* full, int fullCount, FoundRows.Place* others, int otherCount, int* sums)
    {
        byte** rows = stackalloc byte*[Batch + 1];
        while (true)
        {
            int end = Math.Min(fullCount, Batch), count = 0;
            for (int i = 0; i < end; i++)
            {
                uint key = KeyOf(full[i].Identity);
                byte* row = full[i].Address;
                if (!_full.Has(row, key)) row = FindAgain(full[i].Identity, sums);
                rows[count] = row;
                count += row != null ? 1 : 0;
            }

            _full.Add(rows, count, sums);
            full += end;
            fullCount -= end;
            if (fullCount == 0) break;
        }

        for (int i = 0; i < otherCount; i++)
        {
            byte* slot = _slots.Find(others[i].Address, KeyOf(others[i].Identity));
            if (slot != null) AddOther(slot, sums);
        }
    }

    /// <summary>What is to be added of a feature whose check is in its bucket of rows in full, but with another row.</summary>
    /// <returns>A row; null where there is none, or where another kind of row was added.</returns>
    private byte* FindAgain(ulong identity, int* sums)
    {
        uint key = KeyOf(identity);
        byte* row = _full.Find((uint)(identity >> CheckBits), key);
        if (row != null) return row;
        byte* slot = _slots.Find(_slots.LineOf(identity), key);
        if (slot != null) AddOther(slot, sums);
        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddOther(byte* slot, int* sums)
    {
        if (WeightSlots.IsFull(slot))
        {
            AddFurther(slot, sums);
            return;
        }

        byte* pair = WeightSlots.PairsOf(slot);
        for (int i = 0; i < WeightSlots.MostPairs; i++, pair += 2) sums[pair[0]] += Weight((sbyte)pair[1]);
    }

    private void AddFurther(byte* slot, int* sums)
    {
        byte** rows = stackalloc byte*[2];
        rows[0] = _full.Further(WeightSlots.NumberOf(slot));
        _full.Add(rows, 1, sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Weight(int code)
    {
        int sign = code >> 31;
        return code * ((code ^ sign) - sign);
    }

    // Never 0, which stands for no row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint KeyOf(ulong identity)
    {
        uint key = (uint)identity + 1;
        return key == 0 ? uint.MaxValue : key;
    }

    /// <summary>Checks the rows: adding trusts them, so a damaged file must not pass.</summary>
    /// <returns>How many will be written in full.</returns>
    private int Check(SectionReader reader, byte* buckets, byte* rows, int length)
    {
        uint at = 0;
        int count = 0, full = 0;
        if (ReadUInt32(buckets) != 0) throw reader.Damaged("the buckets are out of order");
        for (uint bucket = 0; bucket < _bucketCount; bucket++)
        {
            uint end = ReadUInt32(buckets + 4 * (nuint)(bucket + 1));
            if (end < at || end > (uint)length) throw reader.Damaged("the buckets are out of order");
            for (; at < end; count++)
            {
                if (count == RowCount || end - at < RowHead) throw reader.Damaged("a row is cut short");
                int pairs = rows[at + 2];
                uint next = at + (uint)RowLength(pairs, LabelCount);
                if (next > end) throw reader.Damaged("a row is cut short");
                for (uint pair = at + RowHead; pairs != Dense && pair < next; pair += 2)
                {
                    if (rows[pair] >= LabelCount) throw reader.Damaged("a row names a label that is not there");
                }

                full += pairs > WeightSlots.MostPairs ? 1 : 0;
                at = next;
            }
        }

        return at == (uint)length && count == RowCount ? full : throw reader.Damaged("the buckets do not cover the rows");
    }

    private void AddRows(SectionReader reader, byte* buckets, byte* rows, ReadOnlySpan<byte> lanes)
    {
        byte* row = rows;
        Span<byte> unused = stackalloc byte[2 * WeightSlots.MostPairs];
        SetUnused(unused);
        var checks = new List<ushort>();
        for (uint bucket = 0; bucket < _bucketCount; bucket++)
        {
            byte* end = rows + ReadUInt32(buckets + 4 * (nuint)(bucket + 1));
            checks.Clear();
            for (; row < end; row += RowLength(row[2], LabelCount))
            {
                ushort check = (ushort)(row[0] | row[1] << 8);
                // Of two features that cannot be told apart the first counts.
                if (checks.Contains(check)) continue;
                checks.Add(check);
                AddRow(reader, bucket, check, row, lanes, unused);
            }
        }
    }

    private void AddRow(SectionReader reader, uint bucket, ushort check, byte* row, ReadOnlySpan<byte> lanes, ReadOnlySpan<byte> unused)
    {
        int count = row[2];
        ulong identity = (ulong)bucket << CheckBits | check;
        uint key = KeyOf(identity);
        if (count > WeightSlots.MostPairs && _full.TryAdd(bucket, check, key, out byte* to))
        {
            Write(row, count, lanes, to);
            return;
        }

        _masks[bucket] |= 1u << (check & MaskBits);
        if (count > WeightSlots.MostPairs)
        {
            if (!_full.TryAddFurther(out uint number, out to)) throw reader.Damaged("too many rows look alike");
            Write(row, count, lanes, to);
            _slots.AddFull(identity, key, number);
            return;
        }

        byte* pairs = _slots.AddShort(identity, key);
        unused.CopyTo(new Span<byte>(pairs, 2 * WeightSlots.MostPairs));
        for (int i = 0; i < 2 * count; i += 2) (pairs[i], pairs[i + 1]) = (lanes[row[RowHead + i]], row[RowHead + i + 1]);
    }

    // What is not in use of a row's pairs goes to lanes without labels, to several of them, so that adding to one need not wait.
    private void SetUnused(Span<byte> pairs)
    {
        pairs.Clear();
        for (int i = 0; i < WeightSlots.MostPairs; i++) pairs[2 * i] = (byte)(LabelCount + i % (Lanes - LabelCount));
    }

    /// <summary>Writes a row in full.</summary>
    private void Write(byte* row, int count, ReadOnlySpan<byte> lanes, byte* to)
    {
        if (count == Dense)
            for (int label = 0; label < LabelCount; label++) to[lanes[label]] = row[RowHead + label];
        else
            for (int i = 0; i < 2 * count; i += 2) to[lanes[row[RowHead + i]]] = row[RowHead + i + 1];
    }

    private static int Largest(ReadOnlySpan<byte> lanes)
    {
        int largest = 0;
        foreach (byte lane in lanes) largest = Math.Max(largest, lane);
        return largest;
    }

    private static uint ReadUInt32(byte* address)
    {
        uint value = Unsafe.ReadUnaligned<uint>(address);
        return BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
    }
}
