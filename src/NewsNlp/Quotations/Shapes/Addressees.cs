using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>
/// Whoever is told is no content: in "The bridge would close, officials told the Gazette." the content is the clause before
/// the source.
/// </summary>
internal static class Addressees
{
    /// <summary>Attributions come in the order of their cues: one that shares a sentence is not further off than this.</summary>
    private const int Neighbours = 8;

    private const int LongestTitle = 12;

    /// <summary>Gives attributions whose content is a bare addressee the clause that stands before their source.</summary>
    public static void Mend(ArticleReader article, List<Attribution> attributions)
    {
        for (var i = 0; i < attributions.Count; i++)
        {
            article.Look(i);
            var attribution = attributions[i];
            if (attribution is { HasCue: true, Source.Count: 1, Content.Count: 1 }
                && attribution.Content[0].First == attribution.Cue.End
                && attribution.Source[0].End == attribution.Cue.First
                && IsNounPhrase(article, attribution.Content[0])
                && article.LemmaText(attribution.Cue.End - 1) is "tell" or "inform"
                && TitleStart(article, attribution.Source[0].First) is var first
                && ClauseBefore(article, first) is { Length: > 0 } clause
                && IsFree(clause, attributions, i))
            {
                attribution.Content[0] = clause;
                attribution.Source[0] = attribution.Source[0] with { First = first };
                attribution.Rules |= QuoteRules.AddresseeReplaced;
            }
        }
    }

    /// <summary>Whether a range holds nothing but what noun phrases are made of.</summary>
    public static bool IsNounPhrase(ArticleReader article, TokenRange range)
    {
        for (var token = range.First; token < range.End; token++)
        {
            if (article.Classes[token] is not (TokenClass.Determiner or TokenClass.Adjective or TokenClass.NounSingular or TokenClass.NounPlural
                or TokenClass.ProperNoun or TokenClass.Number or TokenClass.ParticlePossessive or TokenClass.PronounPossessive
                or TokenClass.PronounObject))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where what stands before a source behind a comma begins, "Superintendent of Police (City)" before a name; the source itself where that is none.</summary>
    private static int TitleStart(ArticleReader article, int source)
    {
        var first = source;
        while (first > 0 && source - first < LongestTitle && article.Sentences[first - 1] == article.Sentences[source]
            && article.Classes[first - 1] is TokenClass.Determiner or TokenClass.Adjective or TokenClass.NounSingular or TokenClass.NounPlural
                or TokenClass.ProperNoun or TokenClass.Adposition or TokenClass.Bracket)
        {
            first--;
        }

        return first > 0 && article.Classes[first - 1] == TokenClass.Comma && article.Classes[first] != TokenClass.Adposition ? first : source;
    }

    /// <summary>The sentence's words up to the comma before the source, if they have a verb; else nothing.</summary>
    private static TokenRange ClauseBefore(ArticleReader article, int source)
    {
        var comma = source - 1;
        var sentence = article.Sentences[source];
        if (sentence < 0 || comma <= article.SentenceStarts[sentence] || article.Classes[comma] != TokenClass.Comma)
        {
            return default;
        }

        var clause = new TokenRange(article.SentenceStarts[sentence], comma);
        for (var token = clause.First; token < clause.End; token++)
        {
            if (TokenClasses.IsVerbal(article.Classes[token]))
            {
                return clause;
            }
        }

        return default;
    }

    private static bool IsFree(TokenRange clause, List<Attribution> attributions, int index)
    {
        var end = Math.Min(attributions.Count, index + Neighbours + 1);
        for (var i = Math.Max(0, index - Neighbours); i < end; i++)
        {
            // What is attributed inside the clause is a quote in the quote: "Moscow would be keen on arms, experts told the Gazette."
            if (attributions[i].HasCue && attributions[i].Cue.First >= clause.First && attributions[i].Cue.End <= clause.End)
            {
                continue;
            }

            foreach (var piece in attributions[i].Content)
            {
                if (piece.Overlaps(clause))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
