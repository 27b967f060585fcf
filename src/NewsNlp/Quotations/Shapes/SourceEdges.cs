using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>Mends sources that cannot be ones: punctuation alone, and two sources in one.</summary>
internal static class SourceEdges
{
    /// <summary>Mends the sources of an article's attributions.</summary>
    public static void Mend(ArticleReader article, List<Attribution> attributions)
    {
        foreach (var attribution in attributions)
        {
            if (!attribution.HasCue)
            {
                continue;
            }

            attribution.Source.RemoveAll(piece => !HasWord(article, piece));
            if (attribution.Source.Count == 1 && IsVerb(article, attribution.Cue))
            {
                attribution.Source[0] = BehindAnotherSource(article, attribution.Source[0], attribution.Cue);
            }

            if (attribution.Source.Count == 0)
            {
                TakeNameOutOfCue(article, attribution);
            }
        }
    }

    private static bool HasWord(ArticleReader article, TokenRange piece)
    {
        for (var token = piece.First; token < piece.End; token++)
        {
            foreach (var c in article.Form(token))
            {
                if (char.IsLetterOrDigit(c))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsVerb(ArticleReader article, Cue cue) => TokenClasses.IsVerb(article.Classes[cue.First]);

    /// <summary>"According to the Gazette, Mayor Okoro said": the verb's source stands behind the comma.</summary>
    private static TokenRange BehindAnotherSource(ArticleReader article, TokenRange source, Cue cue)
    {
        if (source.First < 2 || source.End > cue.First || !article.Form(source.First - 1).Equals("to", StringComparison.Ordinal)
            || !article.Form(source.First - 2).Equals("according", StringComparison.OrdinalIgnoreCase))
        {
            return source;
        }

        for (var token = source.First + 1; token < source.End - 1; token++)
        {
            if (article.Classes[token] == TokenClass.Comma)
            {
                return new TokenRange(token + 1, source.End);
            }
        }

        return source;
    }

    /// <summary>"... ," said KCNA: a name behind a verb that was taken for a part of the cue is the source.</summary>
    private static void TakeNameOutOfCue(ArticleReader article, Attribution attribution)
    {
        var cue = attribution.Cue;
        var name = cue.End;
        while (name > cue.First + 1 && article.Classes[name - 1] == TokenClass.ProperNoun)
        {
            name--;
        }

        if (name < cue.End && IsVerb(article, cue))
        {
            attribution.Source.Add(new TokenRange(name, cue.End));
            attribution.ShortenCue(name);
        }
    }
}
