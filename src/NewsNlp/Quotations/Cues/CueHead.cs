using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Cues;

/// <summary>Finds the word of a cue that says what kind of cue it is.</summary>
internal static class CueHead
{
    /// <summary>
    /// The first verb of the cue that is in the lexicon ("went on to <b>say</b>", "<b>said</b> in a statement"), else the
    /// first noun or adjective that is, else the last verb, else the first word.
    /// </summary>
    public static int Of(ArticleReader article, Cue cue)
    {
        int known = -1, verb = -1;
        for (var i = cue.First; i < cue.End; i++)
        {
            if (TokenClasses.IsVerb(article.Classes[i]))
            {
                if (article.Groups[i] != 0)
                {
                    return i;
                }

                verb = i;
            }
            else if (article.Groups[i] != 0 && known < 0)
            {
                known = i;
            }
        }

        return known >= 0 ? known : verb >= 0 ? verb : cue.First;
    }
}
