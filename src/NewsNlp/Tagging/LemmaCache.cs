using NewsNlp.Documents;
using NewsNlp.Features;

namespace NewsNlp.Tagging;

/// <summary>
/// The lemmas of frequent words, so that they are neither looked for nor allocated again: a table of fixed size in which a
/// new word takes the place of another one. For one thread at a time.
/// </summary>
/// <remarks>
/// A word with a tag has one entry, whatever follows it, save for the few words whose lemma depends on that: theirs says so,
/// and they have another one for each tag behind them.
/// </remarks>
internal sealed class LemmaCache
{
    private const int Sets = 8192;
    private const int Ways = 2;
    private const int LongestForm = 32;

    /// <summary>In the place of a lemma: the next token's tag decides. Told by its reference, as any string may be a lemma.</summary>
    private static readonly string DependsOnNext = new('\0', 1);

    private readonly ulong[] _keys = new ulong[Sets * Ways];
    private readonly string?[] _lemmas = new string?[Sets * Ways];

    // For each set the way that was used last; the other one is given up.
    private readonly byte[] _last = new byte[Sets];

    /// <summary>The lemma, or null.</summary>
    /// <param name="key">The <see cref="KeyOf"/> a form and its tag.</param>
    /// <param name="next">The tag of the token after it.</param>
    public string? Find(ulong key, Upos next)
    {
        string? lemma = Look(key);
        return ReferenceEquals(lemma, DependsOnNext) ? Look(KeyWithNext(key, next)) : lemma;
    }

    /// <summary>Remembers a lemma, unless its form is too long to be worth it, and returns it.</summary>
    public string Keep(ulong key, ReadOnlySpan<char> form, string lemma, Upos next, bool dependsOnNext)
    {
        if (form.Length > LongestForm) return lemma;
        Put(key, dependsOnNext ? DependsOnNext : lemma);
        if (dependsOnNext) Put(KeyWithNext(key, next), lemma);
        return lemma;
    }

    /// <summary>What a form with a tag is known by; never 0, which marks an empty place.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> form, Upos tag) => FeatureHash.Combine(FeatureHash.Of(form), (ulong)tag) | 1;

    private static ulong KeyWithNext(ulong key, Upos next) => FeatureHash.Combine(key, (ulong)next) | 1;

    private static int SetOf(ulong key) => (int)(key >> 32) & (Sets - 1);

    private string? Look(ulong key)
    {
        int set = SetOf(key);
        int at = set * Ways;
        if (_keys[at] != key && _keys[++at] != key) return null;
        _last[set] = (byte)(at & 1);
        return _lemmas[at];
    }

    private void Put(ulong key, string lemma)
    {
        int set = SetOf(key);
        int way = _keys[set * Ways] == key ? 0 : _keys[set * Ways + 1] == key ? 1 : 1 - _last[set];
        _last[set] = (byte)way;
        (_keys[set * Ways + way], _lemmas[set * Ways + way]) = (key, lemma);
    }
}
