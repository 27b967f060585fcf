using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>
/// A clause that dashes interrupt goes on behind them: "She reckons the teenager — who stacked shelves in May — can go all the way." has more
/// in its content than the teenager.
/// </summary>
internal static class InterruptedClauses
{
    private const int LongestAside = 40;

    /// <summary>Extends contents that are a bare noun phrase before a dash up to the end of the sentence, where a verb follows the second dash.</summary>
    public static void Complete(ArticleReader article, List<Attribution> attributions)
    {
        for (var i = 0; i < attributions.Count; i++)
        {
            article.Look(i);
            if (attributions[i] is { HasCue: true, Content: [var content] } attribution && content.First == attribution.Cue.End && content.End < article.Count
                && article.Classes[content.End] == TokenClass.Dash && Addressees.IsNounPhrase(article, content) && EndOf(article, content.End) is > 0 and var end)
            {
                attribution.Content[0] = new TokenRange(content.First, end);
            }
        }
    }

    /// <summary>The sentence's end without its mark, where a verb stands behind the dash that closes the aside; else 0.</summary>
    private static int EndOf(ArticleReader article, int dash)
    {
        if (article.Sentences[dash] is not (>= 0 and var sentence))
        {
            return 0;
        }

        var end = article.SentenceEnds[sentence];
        for (var token = dash + 1; token + 1 < end && token - dash <= LongestAside; token++)
        {
            if (article.Classes[token] == TokenClass.Dash)
            {
                return TokenClasses.IsFinite(article.Classes[token + 1])
                    ? article.Classes[end - 1] is TokenClass.FullStop or TokenClass.QuestionMark ? end - 1 : end
                    : 0;
            }
        }

        return 0;
    }
}
