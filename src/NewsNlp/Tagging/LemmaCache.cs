using NewsNlp.Documents;
using NewsNlp.Features;

namespace NewsNlp.Tagging;

/// <summary>
/// The lemmas of frequent words, so that they are neither looked for nor allocated again. For one thread at a time.
/// </summary>
/// <remarks>
/// A word with a tag has one entry, whatever follows it, save for the few words whose lemma depends on that: theirs says so,
/// and they have another one for each tag behind them.
/// </remarks>
internal sealed class LemmaCache
{
    private const int Sets = 8192;
    private const int LongestForm = 32;

    /// <summary>In the place of a lemma: the next token's tag decides. Told by its reference, as any string may be a lemma.</summary>
    private static readonly string DependsOnNext = new('\0', 1);

    private readonly RecentHashes _places = new(Sets);
    private readonly string?[] _lemmas;

    public LemmaCache() => _lemmas = new string?[_places.Count];

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
        _lemmas[_places.Add(key)] = dependsOnNext ? DependsOnNext : lemma;
        if (dependsOnNext) _lemmas[_places.Add(KeyWithNext(key, next))] = lemma;
        return lemma;
    }

    /// <summary>What a form with a tag is known by.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> form, Upos tag) => FeatureHash.Combine(FeatureHash.Of(form), (ulong)tag);

    private static ulong KeyWithNext(ulong key, Upos next) => FeatureHash.Combine(key, (ulong)next);

    private string? Look(ulong key) => _places.Find(key) is >= 0 and var place ? _lemmas[place] : null;
}
