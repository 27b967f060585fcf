using NewsNlp.Documents;
using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Threading;

namespace NewsNlp.Tagging;

/// <summary>
/// Finds dictionary forms as Universal Dependencies spells them, from the form and its part of speech: lower case, save
/// for proper nouns and for words that training spells otherwise ("I").
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class Lemmatizer
{
    /// <summary>A longer form is its own lemma but for case: it is no word.</summary>
    private const int LongestForm = 64;

    private readonly LemmaRules _rules;
    private readonly WorkspacePool<LemmaCache> _caches = new(() => new LemmaCache());

    /// <summary>Makes a lemmatizer.</summary>
    /// <exception cref="ModelFormatException">The model has no lemmatizer, or one that this library does not read.</exception>
    public Lemmatizer(NlpModel model)
    {
        var reader = model.Open(ModelSection.Lemmatizer);
        _rules = LemmaRules.Read(reader);
        reader.End();
    }

    /// <summary>
    /// Sets <paramref name="lemmas"/> to a lemma for each token of a document that has tokens and parts of speech. Frequent
    /// words get the same string object each time.
    /// </summary>
    public void Lemmatize(Document document, Span<string> lemmas, CancellationToken cancellationToken = default)
    {
        var cache = _caches.Rent();
        var text = document.Text.AsSpan();
        var tokens = document.TokenLayer;
        var tags = document.PartOfSpeechLayer;
        for (int i = 0; i < lemmas.Length; i++)
        {
            var form = text.Slice(tokens.Starts[i], tokens.Lengths[i]);
            if (CancellationPace.IsDue(i, 4096, form.Length)) cancellationToken.ThrowIfCancellationRequested();
            var next = i + 1 < tags.Length ? tags[i + 1] : Upos.X;
            ulong key = LemmaCache.KeyOf(form, tags[i]);
            lemmas[i] = cache.Find(key, next) ?? Make(cache, key, form, tags[i], next);
        }
        _caches.Return(cache);
    }

    private string Make(LemmaCache cache, ulong key, ReadOnlySpan<char> form, Upos tag, Upos next)
    {
        string lemma = Lemma(form, tag, next, out bool dependsOnNext);
        return cache.Keep(key, form, lemma, next, dependsOnNext);
    }

    /// <summary>The lemma of one form.</summary>
    /// <param name="form">The token's characters.</param>
    /// <param name="tag">Its part of speech.</param>
    /// <param name="next">The part of speech of the token after it; <see cref="Upos.X"/> where there is none.</param>
    public string Lemma(ReadOnlySpan<char> form, Upos tag, Upos next) => Lemma(form, tag, next, out _);

    private string Lemma(ReadOnlySpan<char> form, Upos tag, Upos next, out bool dependsOnNext)
    {
        dependsOnNext = false;
        if (form.Length > LongestForm) return KeepsCase(tag) ? form.ToString() : form.ToString().ToLowerInvariant();
        Span<char> prepared = stackalloc char[form.Length];
        Prepare(form, tag, prepared);
        var (strip, append) = _rules.Find(prepared, tag, next, out dependsOnNext);
        if (strip > prepared.Length) return prepared.ToString();
        return append.Length == 0 ? prepared[..^strip].ToString() : string.Concat(prepared[..^strip], append);
    }

    /// <summary>The form that rules apply to: in plain form (see <see cref="WordHash"/>), or as it is where case and marks matter.</summary>
    internal static void Prepare(ReadOnlySpan<char> form, Upos tag, Span<char> prepared)
    {
        if (KeepsCase(tag))
        {
            form.CopyTo(prepared);
            return;
        }
        for (int i = 0; i < form.Length; i++) prepared[i] = WordHash.Plain(form[i]);
    }

    private static bool KeepsCase(Upos tag) => tag is Upos.PROPN or Upos.PUNCT or Upos.SYM or Upos.X;
}
