using System.Numerics;
using NewsNlp.Documents;
using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Tagging;
using NewsNlp.Training.Data;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Tagging;

/// <summary>Collects which tags frequent words have, and writes the library's <see cref="TagDictionary"/>.</summary>
internal static class TagDictionaryBuilder
{
    private const int MaxClasses = 254;

    /// <summary>
    /// Writes a dictionary of the words that occur at least <paramref name="minimumCount"/> times; tags with a smaller share
    /// than <paramref name="minimumShare"/> do not count.
    /// </summary>
    public static void Write(SectionWriter writer, IEnumerable<GoldTokens> documents, int minimumCount, double minimumShare)
    {
        var counts = new SortedDictionary<uint, int[]>();
        foreach (var document in documents)
        {
            for (int i = 0; i < document.Tags.Count; i++)
            {
                var form = document.Document.Tokens[i].AsSpan();
                ulong plain = WordHash.Plain(form), exact = FeatureHash.Of(form);
                Count(TagDictionary.Key(plain), document.Tags[i]);
                if (exact != plain) Count(TagDictionary.Key(exact), document.Tags[i]);
            }
        }

        var words = counts.Where(word => word.Value.Sum() >= minimumCount).ToDictionary(w => w.Key, w => Class(w.Value, minimumShare));
        // The most frequent classes get a number; words of the others get that of their first tag alone.
        var numbers = new Dictionary<(int First, int Tags), int>();
        foreach (var group in words.Values.Concat(Enumerable.Range(0, LearnedPartOfSpeechTagger.Labels).Select(tag => (tag, 1 << tag)))
            .GroupBy(c => c).OrderByDescending(g => BitOperations.PopCount((uint)g.Key.Item2) == 1).ThenByDescending(g => g.Count()).ThenBy(g => g.Key))
        {
            if (numbers.Count < MaxClasses) numbers.Add(group.Key, numbers.Count + 1);
        }
        uint[] keys = [.. words.Keys.Order()];
        writer.Int32(keys.Length);
        HashIndexWriter.Write(writer, keys);
        foreach (uint key in keys)
            writer.Byte((byte)(numbers.TryGetValue(words[key], out int number) ? number : numbers[(words[key].First, 1 << words[key].First)]));
        writer.Zeros(HashIndex.Padding);

        void Count(uint key, Upos tag)
        {
            if (!counts.TryGetValue(key, out int[]? tags)) counts[key] = tags = new int[LearnedPartOfSpeechTagger.Labels];
            tags[(int)tag]++;
        }
    }

    private static (int First, int Tags) Class(int[] counts, double minimumShare)
    {
        int first = 0, tags = 0, total = counts.Sum();
        for (int tag = 0; tag < counts.Length; tag++)
        {
            if (counts[tag] > counts[first]) first = tag;
            if (counts[tag] > 0 && counts[tag] >= minimumShare * total) tags |= 1 << tag;
        }
        return (first, tags | 1 << first);
    }
}
