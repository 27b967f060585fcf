using System.Collections.Frozen;

namespace NewsNlp.Tokenization;

/// <summary>Words with a value each, looked up by span, without case and without allocating.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class Lexicon<T>
{
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public Lexicon(IEnumerable<KeyValuePair<string, T>> entries)
    {
        var words = entries.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        Entries = words;
        _lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        MaxLength = words.Keys.Select(word => word.Length).DefaultIfEmpty().Max();
    }

    /// <summary>All words with their values, in no order.</summary>
    public IReadOnlyDictionary<string, T> Entries { get; }

    /// <summary>The length of the longest word, in UTF-16 code units: what a look-ahead need not exceed.</summary>
    public int MaxLength { get; }

    public bool Contains(ReadOnlySpan<char> word) => word.Length <= MaxLength && _lookup.ContainsKey(word);

    public bool TryGet(ReadOnlySpan<char> word, out T? value)
    {
        if (word.Length <= MaxLength)
        {
            return _lookup.TryGetValue(word, out value);
        }

        value = default;
        return false;
    }
}
