using System.Numerics;
using NewsNlp.Documents;
using NewsNlp.Documents.Layers;
using NewsNlp.Features;
using NewsNlp.Threading;

namespace NewsNlp.Entities.Gazetteers;

/// <summary>
/// Phrases as a trie whose nodes are kept by the hash of the words up to them: one look-up a word, in a table with open
/// addressing. A set of bits over first words turns nearly every token away before that.
/// </summary>
/// <remarks>Two phrases are told apart by 64 bits of hash, so a false match is possible in theory only. Immutable.</remarks>
internal sealed class GazetteerTable
{
    private const int FilterBitsPerWord = 16;

    private readonly ulong[] _keys;
    private readonly int[] _values;
    private readonly ulong[] _filter;
    private readonly EntityLabel[] _labels;

    /// <summary>
    /// Makes a table of nodes: for each hash, in the lowest bit whether a longer phrase goes on from there, above it the
    /// index of the label plus one, 0 where no phrase ends there.
    /// </summary>
    public GazetteerTable(
        IReadOnlyCollection<KeyValuePair<ulong, int>> nodes, IReadOnlyCollection<ulong> firstWords, EntityLabel[] labels, int phraseCount,
        bool ignoreCase)
    {
        _labels = labels;
        PhraseCount = phraseCount;
        IgnoresCase = ignoreCase;
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(nodes.Count * 2, 16));
        _keys = new ulong[size];
        _values = new int[size];
        foreach (var (key, value) in nodes)
        {
            int slot = (int)key & (size - 1);
            while (_values[slot] != 0) slot = (slot + 1) & (size - 1);
            _keys[slot] = key;
            _values[slot] = value;
        }

        _filter = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(firstWords.Count * FilterBitsPerWord, 1024)) / 64];
        foreach (ulong hash in firstWords) _filter[FilterWord(hash)] |= 1UL << (int)(hash & 63);
    }

    /// <summary>How many different phrases it holds.</summary>
    public int PhraseCount { get; }

    /// <summary>Whether case is folded.</summary>
    public bool IgnoresCase { get; }

    /// <summary>The state before the first word.</summary>
    public static ulong Root => 0;

    /// <summary>The state after one more word.</summary>
    public static ulong Step(ulong state, ulong word) => FeatureHash.Combine(state, word);

    /// <summary>Adds the matches in a run of tokens, in order, not overlapping, the longest at each token.</summary>
    /// <returns>How many nodes were looked up: the work, for a test that must not depend on the clock.</returns>
    public long Match(ReadOnlySpan<char> text, TokenLayer tokens, int first, int count, InterruptibleList<FoundMention> matches)
    {
        long lookups = 0;
        int end = first + count;
        if (count == 0) return 0;
        text = text[..tokens.Span(end - 1).End];
        for (int token = first; token < end;)
        {
            int at = GazetteerWord.Read(text, tokens.Starts[token], IgnoresCase, out ulong word);
            if (at < 0 || (_filter[FilterWord(word)] >> (int)(word & 63) & 1) == 0)
            {
                token++;
                continue;
            }

            int longest = Walk(text, tokens, token, end, at, word, ref lookups, out int label);
            if (longest < 0)
            {
                token++;
                continue;
            }

            matches.Add(new FoundMention(token, longest - token + 1, _labels[label], 1f));
            token = longest + 1;
        }

        return lookups;
    }

    /// <summary>Follows the trie from a first word; gives the last token of the longest phrase that ends with a token, or -1.</summary>
    private int Walk(
        ReadOnlySpan<char> text, TokenLayer tokens, int token, int endToken, int at, ulong word, ref long lookups, out int label)
    {
        int longest = -1;
        label = 0;
        ulong state = Root;
        while (at >= 0)
        {
            state = Step(state, word);
            lookups++;
            int node = Find(state);
            if (node == 0) break;
            if (node > 1)
            {
                while (token + 1 < endToken && tokens.Starts[token] + tokens.Lengths[token] < at) token++;
                if (tokens.Starts[token] + tokens.Lengths[token] == at)
                {
                    longest = token;
                    label = (node >> 1) - 1;
                }
            }

            if ((node & 1) == 0) break;
            at = GazetteerWord.Read(text, at, IgnoresCase, out word);
        }

        return longest;
    }

    private int Find(ulong key)
    {
        int mask = _keys.Length - 1;
        int slot = (int)key & mask;
        while (_values[slot] != 0)
        {
            if (_keys[slot] == key) return _values[slot];
            slot = (slot + 1) & mask;
        }

        return 0;
    }

    private int FilterWord(ulong hash) => (int)(hash >> 32) & (_filter.Length - 1);
}
