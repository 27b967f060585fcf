using NewsNlp.Coreference.Reading;
using NewsNlp.Documents;

namespace NewsNlp.Coreference;

/// <summary>Chooses what an entity is called: the fullest of its names, or the words of its first mention.</summary>
internal static class CanonicalNames
{
    /// <summary>
    /// Whether the name of <paramref name="a"/> is fuller than that of <paramref name="b"/>: more words, then more letters; of two that are
    /// as long, the one that is not in capitals throughout, as datelines and headlines are.
    /// </summary>
    public static bool IsFuller(ResolverScratch scratch, int a, int b)
    {
        var byWords = scratch.NameOf(a).Length.CompareTo(scratch.NameOf(b).Length);
        if (byWords != 0) return byWords > 0;
        var byLetters = Letters(scratch, a).Length.CompareTo(Letters(scratch, b).Length);
        return byLetters != 0 ? byLetters > 0 : HasSmallLetter(Letters(scratch, a)) && !HasSmallLetter(Letters(scratch, b));
    }

    /// <summary>The name of a mention, without titles, "the" and a possessive's ending; or the words of a noun phrase.</summary>
    public static string Of(ResolverScratch scratch, int mention)
    {
        ref readonly var draft = ref scratch.Mentions[mention];
        var article = scratch.Article;
        var start = draft.Kind == MentionKind.Name ? HasArticle(article, draft) ? draft.Core - 1 : draft.Core
            : IsProper(article, draft) ? draft.Start + 1 : draft.Start;
        var span = article.Span(start, draft.Kind == MentionKind.Name ? draft.CoreEnd : draft.End);
        return OneLine(span.Of(article.Text));
    }

    /// <summary>Words on one line, a blank between them, also where a line's end cuts them apart.</summary>
    public static string OneLine(ReadOnlySpan<char> words) =>
        words.ContainsAny("\n\r\t\u00A0\u2028") || words.Contains("  ", StringComparison.Ordinal)
            ? string.Join(' ', words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : words.ToString();

    /// <summary>"The Farmers' Guild" that no recognizer took for a name.</summary>
    private static bool IsProper(Article article, in MentionDraft draft) =>
        draft.Kind == MentionKind.Nominal && draft.Head > draft.Start && article.IsWord(draft.Start, "the") && article.Tag(draft.Head) == Upos.PROPN && article.IsCapitalized(draft.Head) && article.IsCapitalized(draft.Start + 1);

    /// <summary>"The" belongs to a name that has it with a capital inside a sentence: "told The Harwick Gazette".</summary>
    private static bool HasArticle(Article article, in MentionDraft draft) =>
        draft.Class is EntityClass.Organization or EntityClass.Other && draft.Core > article.SentenceStarts[draft.Sentence] + 1 && article.Form(draft.Core - 1) is "The";

    private static ReadOnlySpan<char> Letters(ResolverScratch scratch, int mention)
    {
        ref readonly var draft = ref scratch.Mentions[mention];
        return scratch.Article.Text.AsSpan(scratch.Article.StartOf(draft.Core)..scratch.Article.EndOf(draft.CoreEnd - 1));
    }

    private static bool HasSmallLetter(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (char.IsLower(c)) return true;
        }

        return false;
    }
}
