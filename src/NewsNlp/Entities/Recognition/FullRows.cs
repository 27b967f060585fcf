using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// The rows of a <see cref="SparseWeightTable"/> that have a code for each label, each on cache lines of its own, and where they
/// are: several of the file's buckets share one that holds eight checks, which are compared at once, and the rows of a bucket lie one
/// behind the other, in the order of its checks.
/// </summary>
/// <threadsafety>Filled once; then safe for any number of threads.</threadsafety>
internal sealed unsafe class FullRows
{
    private const int Places = 8;
    private const int RowsPerBucket = 4;
    private const int LineSize = 64;
    private const int KeySize = 4;
    private const int Block = 16;

    // Pinned, so that addresses hold as long as this object does.
    private readonly byte[] _rowMemory;
    private readonly ushort[] _checkMemory;
    private readonly uint[] _startMemory;
    private readonly byte* _rows;
    private readonly ushort* _checks;

    // The number of each bucket's first row. Of a bucket without rows that of any row.
    private readonly uint* _starts;
    private readonly ulong _scale;
    private readonly int _lanes;
    private readonly int _keyAt;
    private readonly int _rowSize;

    // Where rows lie that found no place in their bucket: behind the others.
    private readonly byte* _further;
    private int _furtherCount;

    // The bucket that is being filled, how many rows it has, and how many all have.
    private nuint _filling = nuint.MaxValue;
    private int _filled;
    private uint _count;

    /// <summary>Makes room.</summary>
    /// <param name="rows">How many rows there will be at most.</param>
    /// <param name="buckets">How many buckets the file has.</param>
    /// <param name="lanes">How many codes a row has, a multiple of 16.</param>
    public FullRows(int rows, uint buckets, int lanes)
    {
        _lanes = lanes;
        _rowSize = (lanes + KeySize + LineSize - 1) / LineSize * LineSize;
        _keyAt = _rowSize - KeySize;
        uint own = (uint)(rows / RowsPerBucket) + 1;
        _scale = ((ulong)own << 32) / buckets;
        int places = (int)own * Places;
        _checkMemory = GC.AllocateArray<ushort>(places + LineSize, pinned: true);
        _startMemory = GC.AllocateArray<uint>((int)own, pinned: true);
        _starts = (uint*)Unsafe.AsPointer(ref _startMemory[0]);

        // Whoever looks for a row of a bucket looks at as many as a bucket may have, and so past the last one.
        int all = rows + Places;
        _rowMemory = GC.AllocateArray<byte>(checked((all + MostFurtherOf(rows) + 1) * _rowSize + LineSize), pinned: true);
        _checks = (ushort*)Aligned((byte*)Unsafe.AsPointer(ref _checkMemory[0]));
        _rows = Aligned((byte*)Unsafe.AsPointer(ref _rowMemory[0]));
        _further = _rows + (nuint)all * (nuint)_rowSize;
        MostFurther = MostFurtherOf(rows);
    }

    /// <summary>How many rows may be put behind the others.</summary>
    private int MostFurther { get; }

    /// <summary>How many of so many rows may be put behind the others.</summary>
    public static int MostFurtherOf(int rows) => rows / 8 + 1;

    /// <summary>Where a feature's row is, if it is here; to be checked by <see cref="Has"/>.</summary>
    /// <param name="bucket">The feature's bucket in the file.</param>
    /// <param name="check">Its check there.</param>
    /// <param name="row">The row.</param>
    /// <returns>1 where it seems to be here, else 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int TryFind(uint bucket, uint check, out byte* row)
    {
        nuint own = BucketOf(bucket);
        uint hits = Vector128.Equals(Vector128.Load(_checks + own * Places), Vector128.Create((ushort)check)).ExtractMostSignificantBits();
        row = _rows + (_starts[own] + ((nuint)(uint)BitOperations.TrailingZeroCount(hits) & (Places - 1))) * (nuint)_rowSize;
        return hits != 0 ? 1 : 0;
    }

    /// <summary>Whether a row is the one of a key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(byte* row, uint key) => *(uint*)(row + _keyAt) == key;

    /// <summary>The row of a key, wherever it is in its bucket; null where it is not.</summary>
    public byte* Find(uint bucket, uint key)
    {
        byte* row = _rows + _starts[BucketOf(bucket)] * (nuint)_rowSize;
        for (int place = 0; place < Places; place++, row += _rowSize)
        {
            if (Has(row, key)) return row;
        }

        return null;
    }

    /// <summary>The row that <see cref="TryAddFurther"/> gave a number.</summary>
    public byte* Further(uint number) => _further + (nuint)number * (nuint)_rowSize;

    /// <summary>Adds a row: in the order of the file's buckets, so that those of one bucket here come one after the other.</summary>
    /// <param name="bucket">Its feature's bucket in the file, no lower than that of the row before.</param>
    /// <param name="check">Its check there.</param>
    /// <param name="key">Its key, not 0.</param>
    /// <param name="row">Where its codes go, which are all 0 before; null where its bucket is full.</param>
    public bool TryAdd(uint bucket, uint check, uint key, out byte* row)
    {
        nuint own = BucketOf(bucket);
        if (own != _filling)
        {
            (_filling, _filled) = (own, 0);
            _starts[own] = _count;
        }

        if (_filled == Places)
        {
            row = null;
            return false;
        }

        row = _rows + _count++ * (nuint)_rowSize;
        *(uint*)(row + _keyAt) = key;
        _checks[own * Places + (nuint)_filled++] = (ushort)check;
        return true;
    }

    /// <summary>Adds a row whose bucket is full behind the others.</summary>
    /// <returns>Whether there was room.</returns>
    public bool TryAddFurther(out uint number, out byte* row)
    {
        number = (uint)_furtherCount;
        row = Further(number);
        return _furtherCount++ < MostFurther;
    }

    /// <summary>Adds the weights of rows: some lanes of all rows, then the next.</summary>
    /// <param name="rows">The rows, and room for one more.</param>
    /// <param name="count">How many.</param>
    /// <param name="sums">A number for each lane.</param>
    public void Add(byte** rows, int count, int* sums)
    {
        // Two rows at a time fit into 16 bits; an odd one is added to a row without weights.
        if ((count & 1) != 0) rows[count++] = Further((uint)MostFurther);
        int lane = 0;
        if (Avx512BW.IsSupported)
            for (; lane + 2 * Block <= _lanes; lane += 2 * Block) AddTwoBlocks(rows, count, lane, sums + lane);
        for (; lane < _lanes; lane += Block) AddBlock(rows, count, lane, sums + lane);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTwoBlocks(byte** rows, int count, int lane, int* sums)
    {
        var (low, high) = (Vector512.Load(sums), Vector512.Load(sums + Block));
        for (int i = 0; i < count; i += 2)
        {
            var first = Avx512BW.ConvertToVector512Int16(Vector256.Load((sbyte*)rows[i] + lane));
            var second = Avx512BW.ConvertToVector512Int16(Vector256.Load((sbyte*)rows[i + 1] + lane));
            var sum = first * Vector512.Abs(first) + second * Vector512.Abs(second);
            low += Vector512.WidenLower(sum);
            high += Vector512.WidenUpper(sum);
        }

        low.Store(sums);
        high.Store(sums + Block);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddBlock(byte** rows, int count, int lane, int* sums)
    {
        var (low, high) = (Vector256.Load(sums), Vector256.Load(sums + Vector256<int>.Count));
        for (int i = 0; i < count; i += 2)
        {
            var first = Widened((sbyte*)rows[i] + lane);
            var second = Widened((sbyte*)rows[i + 1] + lane);
            var sum = first * Vector256.Abs(first) + second * Vector256.Abs(second);
            low += Vector256.WidenLower(sum);
            high += Vector256.WidenUpper(sum);
        }

        low.Store(sums);
        high.Store(sums + Vector256<int>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Widened(sbyte* codes)
    {
        if (Avx2.IsSupported) return Avx2.ConvertToVector256Int16(codes);
        var sixteen = Vector128.Load(codes);
        return Vector256.Create(Vector128.WidenLower(sixteen), Vector128.WidenUpper(sixteen));
    }

    // In the order of the file, so that rows are put one behind the other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nuint BucketOf(uint bucket) => (nuint)(bucket * _scale >> 32);

    private static byte* Aligned(byte* address) => (byte*)(((nuint)address + LineSize - 1) & ~(nuint)(LineSize - 1));
}
