using System.Runtime.CompilerServices;
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

    // A bit for each tag.
    private const uint Nominal =
        1u << (int)Upos.DET | 1u << (int)Upos.ADJ | 1u << (int)Upos.NOUN | 1u << (int)Upos.PROPN
        | 1u << (int)Upos.PRON | 1u << (int)Upos.NUM | 1u << (int)Upos.ADV | 1u << (int)Upos.SYM;

    private const uint Verbal = 1u << (int)Upos.VERB | 1u << (int)Upos.AUX;

    private const uint ClauseEnds = 1u << (int)Upos.PUNCT | 1u << (int)Upos.SCONJ | 1u << (int)Upos.CCONJ;

    /// <summary>Stands for a tag before the first and after the last token.</summary>
    private const int Edge = 31;

    /// <summary>The features of a token.</summary>
    /// <param name="words">The sentence's words.</param>
    /// <param name="tags">The tags of the first pass.</param>
    /// <param name="position">The token to be tagged.</param>
    /// <param name="features">Room for <see cref="Most"/>.</param>
    /// <returns>How many were written.</returns>
    [SkipLocalsInit]
    public static int Of(TaggerWords words, ReadOnlySpan<Upos> tags, int position, Span<uint> features)
    {
        Span<(ulong, ulong)> pairs = stackalloc (ulong, ulong)[Most];
        int n = 0;
        ref readonly var w = ref words[position];
        ulong l1 = At(tags, position - 1), l2 = At(tags, position - 2), l3 = At(tags, position - 3);
        ulong r1 = At(tags, position + 1), r2 = At(tags, position + 2), r3 = At(tags, position + 3), own = At(tags, position);
        pairs[n++] = (l1, r1);
        pairs[n++] = (l2, l1);
        pairs[n++] = (r1, r2);
        pairs[n++] = (l1, own << 16 | r1);
        pairs[n++] = (w.Plain, l1);
        pairs[n++] = (w.Plain, r1);
        pairs[n++] = (w.Tags, l1 << 16 | r1);
        pairs[n++] = (w.Tags, l2 << 16 | l1);
        pairs[n++] = (w.Tags, r1 << 16 | r2);
        pairs[n++] = (w.Tags, (l3 << 5 | l2) << 16 | l1);
        pairs[n++] = (w.Tags, r1 << 16 | (r2 << 5 | r3));
        pairs[n++] = (own, (l2 << 5 | l1) << 16 | (r1 << 5 | r2));
        pairs[n++] = (w.Class.A1, l1 << 16 | r1);
        ulong first = position == 0 ? 1UL : 0;
        pairs[n++] = (w.Shape, l1 << 16 | r1);
        pairs[n++] = (w.Shape, own << 16 | first);
        pairs[n++] = (w.Usage, l1 << 16 | r1);
        pairs[n++] = (w.Class.B1, l1 << 16 | r1);
        pairs[n++] = (w.Class.A2, own);
        pairs[n++] = (w.Tags, (ulong)w.Usage << 16 | own);
        int right = SkipNominal(tags, position, 1), left = SkipNominal(tags, position, -1);
        ulong after = At(tags, right), before = At(tags, left);
        ulong afterSuffix = right < tags.Length ? words[right].Suffix3 : 0;
        ulong afterWord = right < tags.Length ? words[right].Plain : 0, beforeWord = left >= 0 ? words[left].Plain : 0;
        ulong some = right > position + 1 ? 32UL : 0, someLeft = left < position - 1 ? 32UL : 0;
        pairs[n++] = (w.Plain, after | some);
        pairs[n++] = (FeatureHash.Combine(w.Plain, after), afterSuffix);
        pairs[n++] = (afterSuffix, (ulong)w.Tags << 16 | (after | some));
        pairs[n++] = (w.Tags, after | some);
        pairs[n++] = (w.Tags, before | someLeft);
        pairs[n++] = (w.Tags, (before | someLeft) << 16 | (after | some));
        pairs[n++] = (w.Plain, before | someLeft);
        pairs[n++] = (w.Tags, beforeWord);
        pairs[n++] = (w.Tags, afterWord);
        pairs[n++] = (w.Suffix2, (before | someLeft) << 16 | (after | some));
        ulong verbLeft = VerbOfClause(tags, position, -1), verbRight = VerbOfClause(tags, position, 1);
        ulong verbElse = HasOtherVerb(tags, position) ? 1UL : 0;
        pairs[n++] = (w.Tags, verbLeft << 16 | verbRight);
        pairs[n++] = (w.Plain, verbLeft << 16 | verbRight);
        pairs[n++] = (w.Tags, verbElse << 16 | (before << 5 | after));
        pairs[n++] = (w.Suffix2, verbElse << 16 | (l1 << 5 | r1));
        pairs[n++] = (w.Plain, verbElse);
        FeatureHash.Features(First, pairs[..n], features);
        return n;
    }

    // The next token in a direction that cannot be inside a noun phrase; outside where there is none.
    private static int SkipNominal(ReadOnlySpan<Upos> tags, int position, int step)
    {
        do position += step;
        while ((uint)position < (uint)tags.Length && (Nominal >> (int)tags[position] & 1) != 0);
        return position;
    }

    // Whether the clause has a verb in a direction: 0 for none, 1 for a full one, 2 for an auxiliary.
    private static ulong VerbOfClause(ReadOnlySpan<Upos> tags, int position, int step)
    {
        for (int i = position + step; (uint)i < (uint)tags.Length; i += step)
        {
            uint tag = 1u << (int)tags[i];
            if ((tag & ClauseEnds) != 0) return 0;
            if ((tag & Verbal) != 0) return tags[i] == Upos.VERB ? 1UL : 2;
        }
        return 0;
    }

    private static bool HasOtherVerb(ReadOnlySpan<Upos> tags, int position)
    {
        for (int i = 0; i < tags.Length; i++)
            if (i != position && (Verbal >> (int)tags[i] & 1) != 0) return true;
        return false;
    }

    private static ulong At(ReadOnlySpan<Upos> tags, int position) => (uint)position < (uint)tags.Length ? (ulong)tags[position] : Edge;
}
