using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>"Asked what he would get, Lee did not hesitate.": the question ends where the sentence proper begins.</summary>
internal static class AskedClauses
{
    /// <summary>Cuts the contents of such openings at the comma before the subject.</summary>
    public static void Cut(ArticleReader article, List<Attribution> attributions)
    {
        for (var i = 0; i < attributions.Count; i++)
        {
            article.Look(i);
            if (attributions[i] is { HasCue: true, Content: [var content] } attribution && article.Form(attribution.Cue.First) is "Asked" && content.First >= attribution.Cue.End
                && MainClause(article, content) is > 0 and var comma)
            {
                attribution.Content[0] = content with { End = comma };
            }
        }
    }

    /// <summary>The comma within some words behind which a name or a pronoun and its verb stand; 0 where there is none.</summary>
    private static int MainClause(ArticleReader article, TokenRange words)
    {
        var hasVerb = false;
        for (var token = words.First + 1; token + 2 < words.End; token++)
        {
            // "whether, in May, he won" has no verb before the comma.
            hasVerb |= TokenClasses.IsVerbal(article.Classes[token]);
            if (!hasVerb || article.Classes[token] != TokenClass.Comma)
            {
                continue;
            }

            var verb = token + 1;
            while (verb + 1 < words.End && (article.IsOfSpeaker(verb) || (verb == token + 1 && article.Classes[verb] == TokenClass.PronounPersonal)))
            {
                verb++;
            }

            if (verb > token + 1 && TokenClasses.IsFinite(article.Classes[verb]))
            {
                return token;
            }
        }

        return 0;
    }
}
