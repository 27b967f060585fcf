using NewsNlp.Documents;

namespace NewsNlp.Coreference.Reading;

/// <summary>"It" that stands for nothing: <c>it is unclear whether</c>, <c>it seems that</c>, <c>it rained</c>.</summary>
internal static class PleonasticIt
{
    private const int Farthest = 9;

    public static bool Matches(Article article, int token)
    {
        if (!article.IsWord(token, "it"))
        {
            return false;
        }

        var sentence = article.Sentences[token];
        var t = token + 1;
        bool copula = false, adjective = false;
        for (; t < article.Count && article.Sentences[t] == sentence && t - token <= Farthest; t++)
        {
            var form = article.Form(t);
            if (form is "is" or "was" or "be" or "been" or "'s" or "’s" or "would" or "will" or "has" or "had" or "may" or "might" or "could" or "not" or "n't" or "n’t" or "being" or "become" or "became" or "remains" or "remained")
            {
                copula = true;
            }
            else if (IsWeatherOrSeeming(form))
            {
                return true;
            }
            else if (copula && form is "that" or "whether" or "if" or "how" or "why" or "when" && adjective)
            {
                return true;
            }
            else if (copula && form is "to" && adjective)
            {
                return t + 1 < article.Count && article.Tag(t + 1) is Upos.VERB or Upos.AUX or Upos.X;
            }
            else if (copula && (article.Tag(t) is Upos.ADJ || form is "unclear" or "clear" or "likely" or "unlikely" or "possible" or "important" or "understood" or "thought" or "believed" or "hoped" or "expected" or "known" or "time"))
            {
                adjective = true;
            }
            else if (article.Tag(t) is not (Upos.ADV or Upos.PART or Upos.AUX or Upos.X or Upos.DET))
            {
                // "It is unclear for now whether": a prepositional phrase may come between.
                if (!adjective || article.Tag(t) is Upos.PUNCT or Upos.VERB)
                {
                    return false;
                }
            }
        }

        return false;
    }

    private static bool IsWeatherOrSeeming(ReadOnlySpan<char> form) =>
        form is "seems" or "seemed" or "appears" or "appeared" or "rains" or "rained" or "raining" or "snowed" or "snowing" or "transpired" or "emerged" or "turned";
}
