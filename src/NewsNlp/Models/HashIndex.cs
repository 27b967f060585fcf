using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Models;

/// <summary>
/// A set of 32-bit keys in a model's bytes, read in place: finds at which place of the ordered keys one stands. Keys are
/// spread over buckets of a few by scaling, and compared by their low 16 bits: of the keys that are not in the set, about
/// one in 10,000 is taken for one that is.
/// </summary>
/// <remarks>
/// The bytes: for every bucket, and once more after the last, the place of its first key (32 bits); then for every key its
/// low half (16 bits). At least 16 more bytes must follow in the section. Callers hold the model's memory.
/// </remarks>
internal readonly unsafe struct HashIndex
{
    /// <summary>How many readable bytes must follow the index.</summary>
    public const int Padding = 16;

    private readonly byte* _buckets;
    private readonly byte* _checks;
    private readonly uint _bucketCount;

    private HashIndex(SectionReader reader, int count)
    {
        _bucketCount = (uint)reader.Count(4, "buckets");
        if (_bucketCount == 0) throw reader.Damaged("there are no buckets");
        _buckets = reader.Table((_bucketCount + 1L) * 4);
        _checks = reader.Table(count * 2L);
        if (reader.Remaining < Padding) throw reader.Damaged("it ends with an index");
        uint last = 0;
        for (uint i = 0; i <= _bucketCount; i++)
        {
            uint start = UInt32(_buckets + 4 * (nuint)i);
            if (start < last || start > (uint)count) throw reader.Damaged("the buckets are out of order");
            last = start;
        }
        if (last != (uint)count || UInt32(_buckets) != 0) throw reader.Damaged("the buckets do not cover the keys");
    }

    /// <summary>Reads the index of <paramref name="count"/> keys; the reader stands after it when this returns.</summary>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    public static HashIndex Read(SectionReader reader, int count) => new(reader, count);

    /// <summary>The place of a key in ascending order, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(uint key) => TryFind(key, out int place) != 0 ? place : -1;

    /// <summary>
    /// The place of a key in ascending order. Whether a key is there can hardly be foreseen, so this does not branch on it.
    /// </summary>
    /// <returns>1 where it is there; 0 where it is not, and <paramref name="place"/> has no meaning.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int TryFind(uint key, out int place)
    {
        byte* bucket = _buckets + 4 * (nuint)BucketOf(key, _bucketCount);
        uint first = UInt32(bucket);
        uint left = UInt32(bucket + 4) - first;
        // Eight checks at once; what lies behind the bucket's end is masked off.
        uint hits = Vector128.Equals(Checks(_checks + 2 * (nuint)first), Vector128.Create((ushort)key)).ExtractMostSignificantBits();
        hits &= (uint)((1UL << (int)Math.Min(left, 8)) - 1);
        if (left > 8 && hits == 0) return TryFindFurther(key, first + 8, left - 8, out place);
        place = (int)first + System.Numerics.BitOperations.TrailingZeroCount(hits);
        return hits != 0 ? 1 : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int TryFindFurther(uint key, uint first, uint left, out int place)
    {
        for (uint i = 0; i < left; i++)
        {
            byte* check = _checks + 2 * (nuint)(first + i);
            place = (int)(first + i);
            if ((ushort)(check[0] | check[1] << 8) == (ushort)key) return 1;
        }
        place = 0;
        return 0;
    }

    /// <summary>How many buckets there are.</summary>
    public uint BucketCount => _bucketCount;

    /// <summary>The place of a bucket's first key; of the bucket behind the last one, how many keys there are.</summary>
    public int FirstOf(uint bucket)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bucket, _bucketCount);
        return (int)UInt32(_buckets + 4 * (nuint)bucket);
    }

    /// <summary>The low half of the key at a place.</summary>
    public ushort CheckAt(int place)
    {
        byte* check = _checks + 2 * (nuint)(uint)place;
        return (ushort)(check[0] | check[1] << 8);
    }

    /// <summary>The bucket of a key: the key, scaled.</summary>
    internal static uint BucketOf(uint key, uint bucketCount) => (uint)(((ulong)key * bucketCount) >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint UInt32(byte* address)
    {
        uint value = Unsafe.ReadUnaligned<uint>(address);
        return BitConverter.IsLittleEndian ? value : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Checks(byte* address)
    {
        var checks = Vector128.Load(address).AsUInt16();
        return BitConverter.IsLittleEndian ? checks : Vector128.ShiftLeft(checks, 8) | Vector128.ShiftRightLogical(checks, 8);
    }
}
