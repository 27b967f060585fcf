using NewsNlp.Documents;
using NewsNlp.Features;

namespace NewsNlp.Tagging;

/// <summary>
/// The lemmas of frequent words, so that they are neither looked for nor allocated again: a table of fixed size in which a
/// new word takes the place of the one before it. For one thread at a time.
/// </summary>
internal sealed class LemmaCache
{
    private const int Size = 4096;
    private const int LongestForm = 32;

    private readonly ulong[] _keys = new ulong[Size];
    private readonly string?[] _lemmas = new string?[Size];

    /// <summary>The lemma, or null; <paramref name="key"/> is for <see cref="Keep"/>.</summary>
    public string? Find(ReadOnlySpan<char> form, Upos tag, Upos next, out ulong key)
    {
        key = FeatureHash.Combine(FeatureHash.Of(form), (ulong)tag << 8 | (ulong)next);
        int slot = (int)(key % Size);
        return _keys[slot] == key ? _lemmas[slot] : null;
    }

    /// <summary>Remembers a lemma, unless its form is too long to be worth it, and returns it.</summary>
    public string Keep(ulong key, ReadOnlySpan<char> form, string lemma)
    {
        if (form.Length > LongestForm) return lemma;
        int slot = (int)(key % Size);
        (_keys[slot], _lemmas[slot]) = (key, lemma);
        return lemma;
    }
}
