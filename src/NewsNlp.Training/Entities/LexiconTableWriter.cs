using NewsNlp.Features;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Entities;

/// <summary>Writes what the library's <see cref="LexiconTable"/> reads.</summary>
internal static class LexiconTableWriter
{
    /// <summary>Writes a map; of two entries that cannot be told apart the first one in <paramref name="entries"/> stands.</summary>
    public static void Write(SectionWriter writer, IEnumerable<KeyValuePair<ulong, ulong>> entries, int valueBytes)
    {
        var distinct = new Dictionary<ulong, ulong>();
        foreach (var (hash, value) in entries) distinct.TryAdd(hash, value);
        uint buckets = (uint)Math.Max(1, distinct.Count / LexiconTable.EntriesPerBucket);

        var seen = new HashSet<(uint Bucket, ushort Check)>();
        var kept = new List<(uint Bucket, ushort Check, ulong Value)>();
        foreach (var (hash, value) in distinct)
        {
            var key = (LexiconTable.BucketOf(hash, buckets), (ushort)hash);
            if (seen.Add(key)) kept.Add((key.Item1, key.Item2, value));
        }

        kept.Sort((a, b) => a.Bucket != b.Bucket ? a.Bucket.CompareTo(b.Bucket) : a.Check.CompareTo(b.Check));
        writer.Int32(valueBytes);
        writer.Int32(kept.Count);
        writer.Int32((int)buckets);
        int next = 0;
        for (uint bucket = 0; bucket <= buckets; bucket++)
        {
            while (next < kept.Count && kept[next].Bucket < bucket) next++;
            writer.Int32(next);
        }

        foreach (var entry in kept) writer.UInt16(entry.Check);
        foreach (var entry in kept)
        {
            if (valueBytes < 8 && entry.Value >> (8 * valueBytes) != 0)
                throw new ArgumentException($"The value {entry.Value} does not fit into {valueBytes} bytes.", nameof(entries));
            for (int i = 0; i < valueBytes; i++) writer.Byte((byte)(entry.Value >> (8 * i)));
        }

        writer.Zeros(LexiconTable.Padding);
    }
}
