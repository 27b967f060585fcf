using System.Numerics;
using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Tagging;
using NewsNlp.Training.Data;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Tagging;

/// <summary>Collects which tags frequent words have, and writes the library's <see cref="TagDictionary"/>.</summary>
/// <param name="minimumCount">Words that occur less often are left out.</param>
/// <param name="minimumShare">Tags with a smaller share of a word's occurrences do not count.</param>
internal sealed class TagDictionaryBuilder(int minimumCount, double minimumShare)
{
    // 0 is for unknown words, 255 for what is outside the sentence.
    private const int MaxClasses = 254;

    private readonly SortedDictionary<uint, int[]> _counts = [];
    private Dictionary<(int First, int Tags), int> _numbers = [];

    /// <summary>Counts a document's tags; with weight -1 takes them away again.</summary>
    public void Add(GoldTokens document, int weight = 1) => Add(document.Document, document.Tags, weight);

    /// <summary>Counts a document's tags.</summary>
    public void Add(Document document, IReadOnlyList<Upos> tags, int weight = 1)
    {
        for (int i = 0; i < tags.Count; i++)
        {
            var (exact, plain) = TaggerWord.Hashes(document.Tokens[i].AsSpan());
            Count(plain, tags[i], weight);
            if (exact != plain) Count(exact, tags[i], weight);
        }
    }

    /// <summary>Gives the most frequent classes their numbers, once, from everything counted.</summary>
    public void NumberClasses()
    {
        // Classes of one tag always get a number: words of rare classes get that of their first tag.
        var singles = Enumerable.Range(0, LearnedPartOfSpeechTagger.Labels).Select(tag => (First: tag, Tags: 1 << tag));
        var mixed = Words().Select(word => word.Class).Where(c => BitOperations.PopCount((uint)c.Tags) > 1)
            .GroupBy(c => c).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Select(group => group.Key);
        _numbers = singles.Concat(mixed).Take(MaxClasses).Select((c, i) => (c, i)).ToDictionary(x => x.c, x => x.i + 1);
    }

    /// <summary>Writes the dictionary of what is counted now.</summary>
    public void Write(SectionWriter writer)
    {
        var words = Words().ToList();
        writer.Int32(words.Count);
        HashIndexWriter.Write(writer, [.. words.Select(word => word.Key)]);
        foreach (var (_, (first, tags)) in words)
            writer.Byte((byte)(_numbers.TryGetValue((first, tags), out int number) ? number : _numbers[(first, 1 << first)]));
        writer.Zeros(HashIndex.Padding);
    }

    private IEnumerable<(uint Key, (int First, int Tags) Class)> Words() =>
        _counts.Where(word => word.Value.Sum() >= minimumCount).Select(word => (word.Key, Class(word.Value)));

    private void Count(ulong hash, Upos tag, int weight)
    {
        uint key = TagDictionary.Key(hash);
        if (!_counts.TryGetValue(key, out int[]? tags)) _counts[key] = tags = new int[LearnedPartOfSpeechTagger.Labels];
        tags[(int)tag] += weight;
    }

    private (int First, int Tags) Class(int[] counts)
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
