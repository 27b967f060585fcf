using NewsNlp.Documents;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations;

/// <summary>Tells the kind and the act of an attribution.</summary>
internal static class QuoteTraits
{
    // A shorter quotation may be a word that somebody thought of; with its marks.
    private const int ShortestSentence = 7;

    /// <summary>Direct where every word of the content stands between quotation marks, mixed where some do, else indirect.</summary>
    public static QuoteKind KindOf(QuotationFinder quotations, ArticleReader article, Attribution attribution)
    {
        bool inside = false, outside = false;
        foreach (var piece in attribution.Content)
        {
            for (var i = piece.First; i < piece.End && !(inside && outside); i++)
            {
                if (char.IsLetterOrDigit(article.Form(i)[0]))
                {
                    var quoted = quotations.Of[i] >= 0;
                    inside |= quoted;
                    outside |= !quoted;
                }
            }
        }

        return !inside ? QuoteKind.Indirect : outside ? QuoteKind.Mixed : QuoteKind.Direct;
    }

    /// <summary>
    /// What the cue's words do, see the cue lexicon; but what a person indicates is speech, what figures suggest is evidence,
    /// and a sentence between quotation marks was said, whoever "remembers" it.
    /// </summary>
    public static QuoteAct ActOf(QuotationFinder quotations, ArticleReader article, CueLexicon lexicon, Attribution attribution)
    {
        if (!attribution.HasCue)
        {
            return QuoteAct.Speech;
        }

        var act = lexicon.ActOf(article.Groups[CueHead.Of(article, attribution.Cue)]);
        if (act == QuoteAct.Attitude || attribution.Source.Count == 0)
        {
            var sentence = act == QuoteAct.Attitude && attribution.Content is [var piece, ..] && piece.Length >= ShortestSentence;
            return sentence && KindOf(quotations, article, attribution) == QuoteKind.Direct ? QuoteAct.Speech : act;
        }

        var source = attribution.Source[0];
        var first = article.Classes[source.First];
        if (act == QuoteAct.Evidence)
        {
            var isPerson = first == TokenClass.PronounPersonal || article.Entities[source.First] == 1;
            return isPerson ? QuoteAct.Speech : QuoteAct.Evidence;
        }

        for (var i = source.First; i < source.End && article.Classes[i] is not (TokenClass.Comma or TokenClass.PronounRelative); i++)
        {
            // The head of a noun phrase is its first noun that no other follows.
            var isNoun = article.Classes[i] is TokenClass.NounSingular or TokenClass.NounPlural;
            var goesOn = i + 1 < source.End && article.Classes[i + 1] is TokenClass.NounSingular or TokenClass.NounPlural
                or TokenClass.ProperNoun or TokenClass.ParticlePossessive;
            if (isNoun && !goesOn)
            {
                return article.Groups[i] != 0 && lexicon.ActOf(article.Groups[i]) == QuoteAct.Evidence
                    ? QuoteAct.Evidence : QuoteAct.Speech;
            }
        }

        return act;
    }
}
