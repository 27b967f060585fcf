using NewsNlp.Documents;
using NewsNlp.Features;
using NewsNlp.Quotations.Cues;

namespace NewsNlp.Quotations.Reading;

/// <summary>
/// What the quote models know of a word by its form, its dictionary form and its part of speech, kept from document to document:
/// most words come back soon. A table of fixed size in which a new word takes the place of another. Not safe for threads.
/// </summary>
internal sealed class KnownWords(CueLexicon lexicon, WordClusters clusters)
{
    private const int Bits = 12;

    // Tokens that are longer have no class that shows in their letters.
    private const int LongestClassForm = 16;

    private readonly KnownWord[] _words = new KnownWord[1 << Bits];

    /// <summary>Looks a word up, or finds out about it; good until the next call.</summary>
    /// <param name="form">The token.</param>
    /// <param name="formHash">The hash of its plain form.</param>
    /// <param name="lemmaHash">The hash of its dictionary form's plain form; the form's where there is no such layer.</param>
    /// <param name="tag">Its part of speech.</param>
    /// <param name="hasLemma">Whether there are dictionary forms.</param>
    public ref readonly KnownWord Find(ReadOnlySpan<char> form, ulong formHash, ulong lemmaHash, Upos tag, bool hasLemma)
    {
        var key = FeatureHash.Combine(formHash, lemmaHash) ^ (((ulong)tag << 1) | (hasLemma ? 1ul : 0));
        ref var word = ref _words[(int)(key >> (64 - Bits))];
        if (word.Key != key)
        {
            word = new KnownWord(
                key,
                tag == Upos.PUNCT ? default : clusters.Find(formHash),
                ClassOf(form, tag, hasLemma && formHash == lemmaHash),
                lexicon.GroupOf(lemmaHash, tag));
        }

        return ref word;
    }

    private static TokenClass ClassOf(ReadOnlySpan<char> form, Upos tag, bool isBaseForm)
    {
        Span<char> plain = stackalloc char[LongestClassForm];
        plain = plain[..Math.Min(form.Length, LongestClassForm)];
        form = form[^plain.Length..];
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = WordHash.Plain(form[i]);
        }

        return TokenClasses.Of(tag, plain, isBaseForm);
    }
}

/// <summary>What is known of a word.</summary>
/// <param name="Key">Tells it from others; 0 for none.</param>
/// <param name="Clusters">Its classes by use.</param>
/// <param name="Class">Its finer part of speech.</param>
/// <param name="Group">Its group in the cue lexicon, 0 for none.</param>
internal readonly record struct KnownWord(ulong Key, WordClass Clusters, TokenClass Class, byte Group);
