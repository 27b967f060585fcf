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
    public static int OfPlace(in TaggerWord word, ReadOnlySpan<char> form, int place, Span<uint> features)
    {
        int t = place * PerPlace, n = 0;
        features[n++] = FeatureHash.Feature(t, word.Plain);
        features[n++] = FeatureHash.Feature(t + 1, (ulong)word.Tags);
        features[n++] = FeatureHash.Feature(t + 2, word.Class.A1);
        features[n++] = FeatureHash.Feature(t + 3, word.Class.B2);
        features[n++] = FeatureHash.Feature(t + 25, (ulong)word.Usage);
        if (place is 0 or Places - 1) return n;
        features[n++] = FeatureHash.Feature(t + 4, word.Shape);
        features[n++] = FeatureHash.Feature(t + 5, word.Suffix2);
        features[n++] = FeatureHash.Feature(t + 6, word.Suffix3);
        features[n++] = FeatureHash.Feature(t + 7, word.Class.A2);
        features[n++] = FeatureHash.Feature(t + 8, word.Class.B1);
        if (place != Middle) return n;
        features[n++] = FeatureHash.Feature(t + 9, word.Exact);
        features[n++] = FeatureHash.Feature(t + 10, word.Class.A0);
        features[n++] = FeatureHash.Feature(t + 11, word.Class.B0);
        features[n++] = FeatureHash.Feature(t + 12, word.Class.Rank, word.Capital ? 1UL : 0);
        features[n++] = FeatureHash.Feature(t + 13, word.Shape, word.Class.A1);
        features[n++] = FeatureHash.Feature(t + 14, word.Suffix3, word.Class.A1);
        features[n++] = FeatureHash.Feature(t + 15, word.Suffix2, word.Shape);
        features[n++] = FeatureHash.Feature(t + 26, (ulong)word.Usage, word.Suffix2);
        features[n++] = FeatureHash.Feature(t + 27, (ulong)word.Usage, (ulong)word.Tags, word.Capital ? 1UL : 0);
        for (int length = 1; length <= 5 && length <= form.Length; length++)
        {
            if (length is 1 or 4 or 5) features[n++] = FeatureHash.Feature(t + 15 + length, WordHash.Suffix(form, length));
            if (length <= 4) features[n++] = FeatureHash.Feature(t + 20 + length, WordHash.Prefix(form, length));
        }
        return n;
    }

    /// <summary>The features of a token together with its neighbours.</summary>
    /// <param name="words">The sentence's words.</param>
    /// <param name="position">The token to be tagged.</param>
    /// <param name="sentence">What is the same for all tokens of the sentence.</param>
    /// <param name="features">Room for <see cref="Most"/>.</param>
    /// <returns>How many were written.</returns>
    public static int OfNeighbours(TaggerWords words, int position, ulong sentence, Span<uint> features)
    {
        ref readonly var p2 = ref words[position - 2];
        ref readonly var p1 = ref words[position - 1];
        ref readonly var w = ref words[position];
        ref readonly var n1 = ref words[position + 1];
        ref readonly var n2 = ref words[position + 2];
        const int t = FirstPair;
        int n = 0;
        bool first = p1.Tags == TaggerWord.Outside.Tags;
        features[n++] = FeatureHash.Feature(t, first ? 1UL : 0);
        features[n++] = FeatureHash.Feature(t + 1, p1.Plain, w.Plain);
        features[n++] = FeatureHash.Feature(t + 2, w.Plain, n1.Plain);
        features[n++] = FeatureHash.Feature(t + 3, p1.Plain, n1.Plain);
        features[n++] = FeatureHash.Feature(t + 4, p1.Class.A1, w.Class.A1);
        features[n++] = FeatureHash.Feature(t + 5, w.Class.A1, n1.Class.A1);
        features[n++] = FeatureHash.Feature(t + 6, p1.Class.A1, w.Class.A0, n1.Class.A1);
        features[n++] = FeatureHash.Feature(t + 7, (ulong)p1.Tags, (ulong)w.Tags);
        features[n++] = FeatureHash.Feature(t + 8, (ulong)w.Tags, (ulong)n1.Tags);
        features[n++] = FeatureHash.Feature(t + 9, (ulong)p1.Tags, (ulong)w.Tags, (ulong)n1.Tags);
        features[n++] = FeatureHash.Feature(t + 10, (ulong)w.Tags, p1.Plain);
        features[n++] = FeatureHash.Feature(t + 11, (ulong)w.Tags, n1.Plain);
        features[n++] = FeatureHash.Feature(t + 12, (ulong)w.Tags, (ulong)n1.Tags, (ulong)n2.Tags);
        features[n++] = FeatureHash.Feature(t + 13, (ulong)p2.Tags, (ulong)p1.Tags, (ulong)w.Tags);
        features[n++] = FeatureHash.Feature(t + 14, w.Suffix3, n1.Plain);
        features[n++] = FeatureHash.Feature(t + 15, w.Suffix3, p1.Plain);
        features[n++] = FeatureHash.Feature(t + 16, w.Suffix3, p1.Class.A1);
        features[n++] = FeatureHash.Feature(t + 17, w.Suffix3, n1.Class.A1);
        features[n++] = FeatureHash.Feature(t + 18, w.Shape, first ? 1UL : 0, sentence);
        features[n++] = FeatureHash.Feature(t + 19, p1.Shape, w.Shape, n1.Shape);
        features[n++] = FeatureHash.Feature(t + 20, w.Plain, p2.Plain);
        features[n++] = FeatureHash.Feature(t + 21, w.Plain, n2.Plain);
        features[n++] = FeatureHash.Feature(t + 22, p2.Plain, p1.Plain);
        features[n++] = FeatureHash.Feature(t + 23, n1.Plain, n2.Plain);
        features[n++] = FeatureHash.Feature(t + 24, w.Plain, p1.Class.A1, n1.Class.A1);
        features[n++] = FeatureHash.Feature(t + 25, w.Class.A2, n1.Suffix2);
        features[n++] = FeatureHash.Feature(t + 26, p1.Suffix2, w.Suffix2, n1.Suffix2);
        features[n++] = FeatureHash.Feature(t + 27, w.Class.A1, sentence, w.Capital ? 1UL : 0);
        features[n++] = FeatureHash.Feature(t + 28, (ulong)p1.Usage, (ulong)w.Usage);
        features[n++] = FeatureHash.Feature(t + 29, (ulong)w.Usage, (ulong)n1.Usage);
        features[n++] = FeatureHash.Feature(t + 30, (ulong)p1.Usage, (ulong)w.Usage, (ulong)n1.Usage);
        features[n++] = FeatureHash.Feature(t + 31, (ulong)w.Usage, p1.Plain);
        features[n++] = FeatureHash.Feature(t + 32, (ulong)w.Usage, n1.Plain);
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
