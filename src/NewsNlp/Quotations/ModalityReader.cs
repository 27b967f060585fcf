using NewsNlp.Documents;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations;

/// <summary>
/// Tells whether an attribution is claimed to have happened: from negation and auxiliaries in the cue and just before it,
/// from the words that govern an infinitive, and from what opens the clause.
/// </summary>
internal static class ModalityReader
{
    // So far before the cue an auxiliary or a negation may stand, the source between.
    private const int Reach = 4;

    public static QuoteModality Of(ArticleReader article, Attribution attribution)
    {
        var cue = attribution.Cue;
        int start = article.SentenceStarts[article.Sentences[cue.First]], head = CueHead.Of(article, cue);
        var from = Math.Max(start, cue.First - Reach);
        for (var i = cue.First - 1; i >= from; i--)
        {
            if (!GoesBeforeCue(article, attribution, i))
            {
                from = i + 1;
                break;
            }
        }

        if (IsBehindColon(article, attribution))
        {
            return QuoteModality.Asserted;
        }

        if (HasNegation(article, from, Math.Max(head, cue.End - 1)) || IsNegativeSource(article, attribution)
            || IsRefusal(article, cue))
        {
            return QuoteModality.Negated;
        }

        return HasModal(article, from, cue.End) || IsGovernedByIntent(article, cue, start) || IsConditional(article, attribution, start)
            || IsQuestion(article, cue)
            ? QuoteModality.Hypothetical
            : QuoteModality.Asserted;
    }

    // "Lind is not so sure: “Nobody knows.”": whatever did not happen, this was said.
    private static bool IsBehindColon(ArticleReader article, Attribution attribution) =>
        attribution is { Content: [var content, ..], Cue: var cue } && article.Form(cue.End - 1) is ":" && content.First == cue.End
        && article.Marks[content.First] != MarkKind.None && !HasModal(article, cue.First, cue.End);

    // Auxiliaries, adverbs, negation and "to" right before the cue belong to its verb.
    private static bool GoesBeforeCue(ArticleReader article, Attribution attribution, int token)
    {
        var word = article.Classes[token];
        return (TokenClasses.IsAuxiliary(word) || word is TokenClass.Adverb or TokenClass.ParticleNot or TokenClass.ParticleTo)
            && !attribution.Content.Exists(piece => token >= piece.First && token < piece.End);
    }

    private static bool HasNegation(ArticleReader article, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (article.Classes[i] == TokenClass.ParticleNot || Is(article, i, "never", "nor", "neither", "without", "hardly"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNegativeSource(ArticleReader article, Attribution attribution) =>
        attribution.Source is [var source, ..]
        && (Is(article, source.First, "nobody", "none", "neither", "no", "nobody") && !Is(article, source.First + 1, ".", "number", "man"));

    // "declined to comment", "refused to say": the verb behind "to" is the one that did not happen.
    private static bool IsRefusal(ArticleReader article, Cue cue)
    {
        for (var i = cue.First; i + 2 < cue.End; i++)
        {
            if (Is(article, i, "declined", "declines", "declining", "decline", "refused", "refuses", "refusing", "refuse", "failed",
                    "fails", "failing", "fail")
                && article.Classes[i + 1] == TokenClass.ParticleTo)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasModal(ArticleReader article, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (article.Classes[i] != TokenClass.AuxiliaryModal || !Is(
                article, i, "would", "could", "may", "might", "should", "can", "will", "must", "shall", "ca", "wo", "'ll", "'d"))
            {
                continue;
            }

            // "would later say", "would go on to say" tell of what happened.
            var tells = Is(article, i, "would")
                && (Is(article, i + 1, "later", "then", "eventually", "subsequently", "go", "also", "often") || i + 1 == article.Count);
            if (!tells)
            {
                return true;
            }
        }

        return false;
    }

    // "is expected to announce", "wants to say", "plans to tell".
    private static bool IsGovernedByIntent(ArticleReader article, Cue cue, int start)
    {
        for (var i = Math.Max(start, cue.First - 1); i < cue.End; i++)
        {
            if (article.Classes[i] == TokenClass.ParticleTo && i > start && i + 1 < article.Count
                && TokenClasses.IsVerb(article.Classes[i + 1]) && i + 1 < cue.End
                && Is(article, i - 1, "expected", "likely", "unlikely", "want", "wants", "wanted", "plan", "plans", "planned", "planning",
                    "hopes", "hoping", "hoped", "hope", "set", "due", "intends", "intended", "preparing", "prepared", "prepares",
                    "threatening", "threatened", "going", "scheduled", "supposed", "ready", "poised", "about", "asked", "urged",
                    "seeking", "able", "expects"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsConditional(ArticleReader article, Attribution attribution, int start)
    {
        var first = attribution.Cue.First;
        if (attribution.Source is [var source, ..] && source.First < first)
        {
            first = source.First;
        }

        return first > start && Is(article, first - 1, "if", "unless", "whether", "lest");
    }

    private static bool IsQuestion(ArticleReader article, Cue cue)
    {
        var sentence = article.Sentences[cue.First];
        int start = article.SentenceStarts[sentence], last = article.SentenceEnds[sentence] - 1;
        return article.Form(last) is "?" && TokenClasses.IsAuxiliary(article.Classes[start]);
    }

    private static bool Is(ArticleReader article, int token, params ReadOnlySpan<string> words)
    {
        if (token < 0 || token >= article.Count)
        {
            return false;
        }

        foreach (var word in words)
        {
            if (article.Form(token).Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
