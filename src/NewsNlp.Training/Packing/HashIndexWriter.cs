using NewsNlp.Models;

namespace NewsNlp.Training.Packing;

/// <summary>Writes the library's <see cref="HashIndex"/>.</summary>
internal static class HashIndexWriter
{
    private const int KeysPerBucket = 4;

    /// <summary>
    /// Writes the index of keys in ascending order. What belongs to the keys follows in the same order, and at least
    /// <see cref="HashIndex.Padding"/> bytes.
    /// </summary>
    public static void Write(SectionWriter writer, IReadOnlyList<uint> keys)
    {
        uint buckets = (uint)Math.Max(1, keys.Count / KeysPerBucket);
        writer.Int32((int)buckets);
        int next = 0;
        for (uint bucket = 0; bucket <= buckets; bucket++)
        {
            while (next < keys.Count && HashIndex.BucketOf(keys[next], buckets) < bucket) next++;
            writer.Int32(next);
        }
        for (int i = 0; i < keys.Count; i++)
        {
            if (i > 0 && keys[i] < keys[i - 1]) throw new ArgumentException("The keys are not in ascending order.", nameof(keys));
            writer.UInt16((ushort)keys[i]);
        }
    }
}
