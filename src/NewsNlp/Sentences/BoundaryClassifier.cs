using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NewsNlp.Models;

namespace NewsNlp.Sentences;

/// <summary>
/// A linear classifier over hashed features whose weights are one small table of buckets, so that a feature costs one
/// access: a bucket holds eight bytes that tell features apart, and their eight weights.
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed unsafe class BoundaryClassifier
{
    /// <summary>How many features a bucket holds.</summary>
    public const int BucketFeatures = 8;

    /// <summary>How many buckets there are.</summary>
    public const int Buckets = 1 << BucketBits;

    private const int BucketBits = 14;
    private const int BucketBytes = 2 * BucketFeatures;

    private readonly ModelMemory _memory;
    private readonly byte* _buckets;
    private readonly int _bias;

    private BoundaryClassifier(SectionReader reader)
    {
        _memory = reader.Memory;
        _bias = reader.Int32();
        _buckets = reader.Table(Buckets * BucketBytes);
    }

    /// <summary>The bucket of a feature.</summary>
    public static int Bucket(uint feature) => (int)(feature >> (32 - BucketBits));

    /// <summary>What tells a feature from others of its bucket.</summary>
    public static byte Check(uint feature) => (byte)feature;

    /// <summary>Reads a classifier; the reader stands after it when this returns.</summary>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    public static BoundaryClassifier Read(SectionReader reader) => new(reader);

    /// <summary>Whether a gap with these features is a boundary.</summary>
    public bool IsBoundary(ReadOnlySpan<uint> features)
    {
        var sums = Vector128<short>.Zero;
        foreach (var feature in features)
        {
            var bucket = _buckets + ((nuint)Bucket(feature) * BucketBytes);
            var checks = Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(bucket)).AsByte();
            var weights = Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(bucket + BucketFeatures)).AsSByte();
            sums += Vector128.WidenLower(Vector128.Equals(checks, Vector128.Create(Check(feature))).AsSByte() & weights);
        }

        GC.KeepAlive(_memory);
        return _bias + Vector128.Sum(sums) > 0;
    }
}
