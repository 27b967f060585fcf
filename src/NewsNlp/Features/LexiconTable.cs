using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NewsNlp.Models;

namespace NewsNlp.Features;

/// <summary>
/// A map from 64-bit hashes to small values, read in place from the model's bytes: words to their clusters, phrases to
/// their gazetteers. It keeps no keys: entries are grouped into buckets by the high half of the hash and told apart by the low
/// 16 bits, so that a hash that is not in the map is taken for one that is about once in ten thousand look-ups. That is
/// good enough for features, and for nothing else.
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed unsafe class LexiconTable
{
    /// <summary>The most bytes that a value may take.</summary>
    public const int MaxValueBytes = 8;

    /// <summary>How many entries a bucket has on average.</summary>
    internal const int EntriesPerBucket = 8;

    /// <summary>Readable bytes after the last value, so that whole words and vectors can be loaded.</summary>
    internal const int Padding = 16;

    private readonly ModelMemory _memory;
    private readonly byte* _buckets;
    private readonly byte* _checks;
    private readonly byte* _values;
    private readonly uint _bucketCount;
    private readonly int _valueBytes;
    private readonly ulong _valueMask;

    private LexiconTable(SectionReader reader)
    {
        _memory = reader.Memory;
        _valueBytes = reader.Int32(1, MaxValueBytes, "the size of a value");
        _valueMask = _valueBytes == MaxValueBytes ? ulong.MaxValue : (1UL << (8 * _valueBytes)) - 1;
        Count = reader.Count(2 + _valueBytes, "entries");
        _bucketCount = (uint)reader.Count(4, "buckets");
        if (_bucketCount == 0) throw reader.Damaged("there are no buckets");
        _buckets = reader.Table((_bucketCount + 1L) * 4);
        _checks = reader.Table(Count * 2L);
        _values = reader.Table((long)Count * _valueBytes + Padding);

        uint last = 0;
        for (uint i = 0; i <= _bucketCount; i++)
        {
            uint start = ReadUInt32(_buckets + 4 * (nuint)i);
            if (start < last || start > (uint)Count) throw reader.Damaged("the buckets are out of order");
            last = start;
        }

        if (last != (uint)Count || ReadUInt32(_buckets) != 0) throw reader.Damaged("the buckets do not cover the entries");
    }

    /// <summary>How many entries it holds.</summary>
    public int Count { get; }

    /// <summary>Reads a table; the reader stands behind it when this returns.</summary>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    public static LexiconTable Read(SectionReader reader) => new(reader);

    /// <summary>The bucket of a hash.</summary>
    internal static uint BucketOf(ulong hash, uint bucketCount) => (uint)(((hash >> 32) * bucketCount) >> 32);

    /// <summary>Looks a hash up.</summary>
    /// <returns>Whether it is there, save for chance agreement.</returns>
    public bool TryGet(ulong hash, out ulong value)
    {
        uint bucket = BucketOf(hash, _bucketCount);
        uint entry = ReadUInt32(_buckets + 4 * (nuint)bucket);
        uint end = ReadUInt32(_buckets + 4 * (nuint)bucket + 4);
        var wanted = Vector128.Create((ushort)hash);
        for (; entry < end; entry += 8)
        {
            // Eight checks at once; the values follow in memory, so reading past the last check stays inside the section.
            var checks = Vector128.Load(_checks + 2 * (nuint)entry).AsUInt16();
            if (!BitConverter.IsLittleEndian) checks = (checks << 8) | (checks >>> 8);
            uint hits = Vector128.Equals(checks, wanted).ExtractMostSignificantBits();
            uint left = end - entry;
            if (left < 8) hits &= (1u << (int)left) - 1;
            if (hits == 0) continue;
            value = ReadUInt64(_values + (nuint)(entry + (uint)System.Numerics.BitOperations.TrailingZeroCount(hits)) * (nuint)_valueBytes)
                & _valueMask;
            GC.KeepAlive(_memory);
            return true;
        }

        value = 0;
        GC.KeepAlive(_memory);
        return false;
    }

    private static uint ReadUInt32(byte* address)
    {
        uint value = Unsafe.ReadUnaligned<uint>(address);
        return BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
    }

    private static ulong ReadUInt64(byte* address)
    {
        ulong value = Unsafe.ReadUnaligned<ulong>(address);
        return BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
    }
}
