using NewsNlp.Documents;
using NewsNlp.Features;

namespace NewsNlp.Tagging;

/// <summary>
/// The features that the second pass takes from the tags of the first: those of the neighbours, and what stands behind the
/// noun phrase that follows, whether the clause has a verb elsewhere. A change here must raise the section's feature version.
/// </summary>
internal static class TaggerContext
{
    /// <summary>The most features of a token.</summary>
    public const int Most = 64;

    private const int First = 400;

    private const uint Nominal =
        1u << (int)Upos.DET | 1u << (int)Upos.ADJ | 1u << (int)Upos.NOUN | 1u << (int)Upos.PROPN | 1u << (int)Upos.PRON | 1u << (int)Upos.NUM | 1u << (int)Upos.ADV | 1u << (int)Upos.SYM;

    private const uint Verbal = 1u << (int)Upos.VERB | 1u << (int)Upos.AUX;

    private const int Edge = 31;

    public static int Of(TaggerWords words, ReadOnlySpan<Upos> tags, int position, Span<uint> features)
    {
        const int t = First;
        int n = 0;
        ref readonly var w = ref words[position];
        ulong l1 = At(tags, position - 1), l2 = At(tags, position - 2), l3 = At(tags, position - 3);
        ulong r1 = At(tags, position + 1), r2 = At(tags, position + 2), r3 = At(tags, position + 3), own = At(tags, position);
        features[n++] = FeatureHash.Feature(t, l1, r1);
        features[n++] = FeatureHash.Feature(t + 1, l2, l1);
        features[n++] = FeatureHash.Feature(t + 2, r1, r2);
        features[n++] = FeatureHash.Feature(t + 3, l1, own, r1);
        features[n++] = FeatureHash.Feature(t + 4, w.Plain, l1);
        features[n++] = FeatureHash.Feature(t + 5, w.Plain, r1);
        features[n++] = FeatureHash.Feature(t + 6, w.Plain, l1, r1);
        features[n++] = FeatureHash.Feature(t + 7, w.Plain, r1, r2);
        features[n++] = FeatureHash.Feature(t + 8, w.Plain, l2, l1);
        features[n++] = FeatureHash.Feature(t + 9, (ulong)w.Tags, l1, r1);
        features[n++] = FeatureHash.Feature(t + 10, (ulong)w.Tags, l2, l1);
        features[n++] = FeatureHash.Feature(t + 11, (ulong)w.Tags, r1, r2);
        features[n++] = FeatureHash.Feature(t + 12, w.Suffix3, l1, r1);
        features[n++] = FeatureHash.Feature(t + 13, (ulong)w.Tags, l3 << 5 | l2, l1);
        features[n++] = FeatureHash.Feature(t + 14, (ulong)w.Tags, r1, r2 << 5 | r3);
        features[n++] = FeatureHash.Feature(t + 15, (ulong)w.Tags, l2 << 5 | l1, r1 << 5 | r2);
        features[n++] = FeatureHash.Feature(t + 16, own, l2 << 5 | l1, r1 << 5 | r2);
        features[n++] = FeatureHash.Feature(t + 17, w.Class.A1, l1, r1);
        ulong first = position == 0 ? 1UL : 0;
        features[n++] = FeatureHash.Feature(t + 40, w.Shape, l1, r1);
        features[n++] = FeatureHash.Feature(t + 41, w.Shape, own, first);
        features[n++] = FeatureHash.Feature(t + 42, (ulong)w.Usage, l1, r1);
        features[n++] = FeatureHash.Feature(t + 43, w.Class.B1, l1, r1);
        features[n++] = FeatureHash.Feature(t + 44, w.Class.A2, own);
        features[n++] = FeatureHash.Feature(t + 45, (ulong)w.Tags, (ulong)w.Usage, own);
        int right = position + 1;
        while (right < tags.Length && (Nominal >> (int)tags[right] & 1) != 0) right++;
        int left = position - 1;
        while (left >= 0 && (Nominal >> (int)tags[left] & 1) != 0) left--;
        ulong after = At(tags, right), before = At(tags, left);
        ulong afterSuffix = right < tags.Length ? words[right].Suffix3 : 0;
        ulong afterWord = right < tags.Length ? words[right].Plain : 0, beforeWord = left >= 0 ? words[left].Plain : 0;
        ulong some = right > position + 1 ? 32UL : 0, someLeft = left < position - 1 ? 32UL : 0;
        features[n++] = FeatureHash.Feature(t + 20, w.Plain, after | some);
        features[n++] = FeatureHash.Feature(t + 21, w.Plain, after, afterSuffix);
        features[n++] = FeatureHash.Feature(t + 22, (ulong)w.Tags, after | some, afterSuffix);
        features[n++] = FeatureHash.Feature(t + 23, (ulong)w.Tags, after | some);
        features[n++] = FeatureHash.Feature(t + 24, (ulong)w.Tags, before | someLeft);
        features[n++] = FeatureHash.Feature(t + 25, (ulong)w.Tags, before | someLeft, after | some);
        features[n++] = FeatureHash.Feature(t + 26, w.Plain, before | someLeft);
        features[n++] = FeatureHash.Feature(t + 27, (ulong)w.Tags, beforeWord);
        features[n++] = FeatureHash.Feature(t + 28, (ulong)w.Tags, afterWord);
        features[n++] = FeatureHash.Feature(t + 29, w.Suffix2, before | someLeft, after | some);
        ulong verbLeft = 0, verbRight = 0, verbElse = 0;
        for (int i = position - 1; i >= 0 && tags[i] is not (Upos.PUNCT or Upos.SCONJ or Upos.CCONJ); i--)
            if ((Verbal >> (int)tags[i] & 1) != 0) { verbLeft = tags[i] == Upos.VERB ? 1UL : 2; break; }
        for (int i = position + 1; i < tags.Length && tags[i] is not (Upos.PUNCT or Upos.SCONJ or Upos.CCONJ); i++)
            if ((Verbal >> (int)tags[i] & 1) != 0) { verbRight = tags[i] == Upos.VERB ? 1UL : 2; break; }
        for (int i = 0; i < tags.Length; i++) if (i != position && (Verbal >> (int)tags[i] & 1) != 0) { verbElse = 1; break; }
        features[n++] = FeatureHash.Feature(t + 30, (ulong)w.Tags, verbLeft, verbRight);
        features[n++] = FeatureHash.Feature(t + 31, w.Plain, verbLeft, verbRight);
        features[n++] = FeatureHash.Feature(t + 32, (ulong)w.Tags, verbElse, before << 5 | after);
        features[n++] = FeatureHash.Feature(t + 33, w.Suffix2, verbElse, l1 << 5 | r1);
        features[n++] = FeatureHash.Feature(t + 34, w.Plain, verbElse);
        return n;
    }

    private static ulong At(ReadOnlySpan<Upos> tags, int position) => (uint)position < (uint)tags.Length ? (ulong)tags[position] : Edge;
}
