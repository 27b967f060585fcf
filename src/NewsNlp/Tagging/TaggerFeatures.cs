using System.Runtime.CompilerServices;
using NewsNlp.Features;

namespace NewsNlp.Tagging;

/// <summary>
/// The features of the tagger, the same in training and in use. Those of a single token in one of five places around the
/// one to be tagged are apart from those of several tokens, so that sums of the former can be kept for frequent words.
/// A change here must raise the section's feature version.
/// </summary>
internal static class TaggerFeatures
{
    /// <summary>The places: two before to two after the token to be tagged, which is in the middle.</summary>
    public const int Places = 5;

    /// <summary>The place of the token to be tagged.</summary>
    public const int Middle = 2;

    /// <summary>The most features that either part gives for one token.</summary>
    public const int Most = 64;

    private const int PerPlace = 32;
    private const int FirstPair = Places * PerPlace;

    /// <summary>The features of one token in one place.</summary>
    /// <returns>How many were written.</returns>
    [SkipLocalsInit]
    public static int OfPlace(in TaggerWord word, ReadOnlySpan<char> form, int place, Span<uint> features)
    {
        Span<(ulong, ulong)> pairs = stackalloc (ulong, ulong)[PerPlace];
        int n = OfPlace(word, form, place, pairs);
        FeatureHash.Features(place * PerPlace, pairs[..n], features);
        return n;
    }

    private static int OfPlace(in TaggerWord word, ReadOnlySpan<char> form, int place, Span<(ulong, ulong)> pairs)
    {
        int n = 0;
        pairs[n++] = (word.Plain, 0);
        pairs[n++] = (word.Tags, 0);
        pairs[n++] = (word.Class.A1, 0);
        pairs[n++] = (word.Class.B2, 0);
        pairs[n++] = (word.Usage, 0);
        if (place is 0 or Places - 1) return n;
        pairs[n++] = (word.Shape, 0);
        pairs[n++] = (word.Suffix2, 0);
        pairs[n++] = (word.Suffix3, 0);
        pairs[n++] = (word.Class.A2, 0);
        pairs[n++] = (word.Class.B1, 0);
        if (place != Middle) return n;
        pairs[n++] = (word.Exact, 0);
        pairs[n++] = (word.Class.A0, 0);
        pairs[n++] = (word.Class.B0, 0);
        pairs[n++] = (word.Class.Rank, word.Capital ? 1UL : 0);
        pairs[n++] = (word.Shape, word.Class.A1);
        pairs[n++] = (word.Suffix3, word.Class.A1);
        pairs[n++] = (word.Suffix2, word.Shape);
        pairs[n++] = (word.Usage, word.Suffix2);
        pairs[n++] = (word.Usage, (ulong)word.Tags << 16 | (word.Capital ? 1UL : 0));
        for (int length = 1; length <= 5 && length <= form.Length; length++)
        {
            if (length is 1 or 4 or 5) pairs[n++] = (WordHash.Suffix(form, length), 0);
            if (length <= 4) pairs[n++] = (WordHash.Prefix(form, length), 0);
        }
        return n;
    }

    /// <summary>The features of a token together with its neighbours.</summary>
    /// <param name="words">The sentence's words.</param>
    /// <param name="position">The token to be tagged.</param>
    /// <param name="sentence">What is the same for all tokens of the sentence.</param>
    /// <param name="features">Room for <see cref="Most"/>.</param>
    /// <returns>How many were written.</returns>
    [SkipLocalsInit]
    public static int OfNeighbours(TaggerWords words, int position, ulong sentence, Span<uint> features)
    {
        ref readonly var p2 = ref words[position - 2];
        ref readonly var p1 = ref words[position - 1];
        ref readonly var w = ref words[position];
        ref readonly var n1 = ref words[position + 1];
        ref readonly var n2 = ref words[position + 2];
        Span<(ulong, ulong)> pairs = stackalloc (ulong, ulong)[Most];
        int n = 0;
        bool first = p1.Tags == TaggerWord.Outside.Tags;
        pairs[n++] = (first ? 1UL : 0, 0);
        pairs[n++] = (p1.Plain, w.Plain);
        pairs[n++] = (w.Plain, n1.Plain);
        pairs[n++] = (p1.Plain, n1.Plain);
        pairs[n++] = (p1.Class.A1, w.Class.A1);
        pairs[n++] = (w.Class.A1, n1.Class.A1);
        pairs[n++] = (p1.Class.A1, (ulong)w.Class.A0 << 16 | (ulong)n1.Class.A1);
        pairs[n++] = (p1.Tags, w.Tags);
        pairs[n++] = (w.Tags, n1.Tags);
        pairs[n++] = (w.Tags, p1.Plain);
        pairs[n++] = (w.Tags, n1.Plain);
        pairs[n++] = (w.Tags, (ulong)n1.Tags << 16 | n2.Tags);
        pairs[n++] = (p2.Tags, (ulong)p1.Tags << 16 | w.Tags);
        pairs[n++] = (w.Suffix3, n1.Plain);
        pairs[n++] = (w.Suffix3, p1.Plain);
        pairs[n++] = (w.Suffix3, p1.Class.A1);
        pairs[n++] = (w.Suffix3, n1.Class.A1);
        pairs[n++] = (w.Shape, (first ? 1UL : 0) << 16 | sentence);
        pairs[n++] = (FeatureHash.Combine(p1.Shape, w.Shape), n1.Shape);
        pairs[n++] = (w.Class.A2, n1.Suffix2);
        pairs[n++] = (w.Class.A1, sentence << 16 | (w.Capital ? 1UL : 0));
        pairs[n++] = (p1.Usage, w.Usage);
        pairs[n++] = (w.Usage, n1.Usage);
        pairs[n++] = (p1.Usage, (ulong)w.Usage << 16 | n1.Usage);
        pairs[n++] = (w.Usage, p1.Plain);
        pairs[n++] = (w.Usage, n1.Plain);
        FeatureHash.Features(FirstPair, pairs[..n], features);
        return n;
    }

    /// <summary>
    /// What is the same for all tokens of a sentence: whether many of its words begin with a small letter (0), or nearly
    /// all with a capital, as in headlines (1), or it is too short to tell (2).
    /// </summary>
    /// <param name="words">The sentence's words.</param>
    public static ulong OfSentence(TaggerWords words)
    {
        int capital = 0, small = 0;
        for (int i = 0; i < words.Count; i++)
        {
            ref readonly var word = ref words[i];
            if (word.Capital) capital++;
            else if (word.Small) small++;
        }
        return capital + small < 4 ? 2UL : capital > 2 * small ? 1UL : 0;
    }
}
