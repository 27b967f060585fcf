using System.Collections.Frozen;

namespace NewsNlp.Tokenization;

/// <summary>Words with a value each, looked up by span, without case and without allocating.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class Lexicon<T>
{
    private const int Letter = 0x1F;

    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    // For each first letter, the last letters that its words have. Nearly every word that is not listed fails here.
    private readonly uint[] _ends = new uint[Letter + 1];

    public Lexicon(IEnumerable<KeyValuePair<string, T>> entries)
    {
        var words = entries.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        Entries = words;
        _lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        MaxLength = words.Keys.Select(word => word.Length).DefaultIfEmpty().Max();
        foreach (var word in words.Keys)
        {
            _ends[word[0] & Letter] |= 1U << (word[^1] & Letter);
            if (!char.IsAscii(word[0]) || !char.IsAscii(word[^1]))
            {
                // The cases of other letters do not differ in one bit only.
                Array.Fill(_ends, uint.MaxValue);
            }
        }
    }

    /// <summary>All words with their values, in no order.</summary>
    public IReadOnlyDictionary<string, T> Entries { get; }

    /// <summary>The length of the longest word, in UTF-16 code units: what a look-ahead need not exceed.</summary>
    public int MaxLength { get; }

    public bool Contains(ReadOnlySpan<char> word) => MayContain(word) && _lookup.ContainsKey(word);

    public bool TryGet(ReadOnlySpan<char> word, out T? value)
    {
        if (MayContain(word))
        {
            return _lookup.TryGetValue(word, out value);
        }

        value = default;
        return false;
    }

    private bool MayContain(ReadOnlySpan<char> word) =>
        !word.IsEmpty
        && word.Length <= MaxLength
        && ((_ends[word[0] & Letter] >> (word[^1] & Letter)) & 1) != 0;
}
