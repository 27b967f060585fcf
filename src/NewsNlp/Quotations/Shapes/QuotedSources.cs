using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>What stands between quotation marks is said and says nothing: in "'I forgave her,' says man" the man is the source.</summary>
internal static class QuotedSources
{
    /// <summary>Turns attributions round whose source is a quotation before the cue, and whose content stands behind it without marks.</summary>
    public static void Mend(ArticleReader article, QuotationFinder quotations, List<Attribution> attributions)
    {
        for (var i = 0; i < attributions.Count; i++)
        {
            article.Look(i);
            var attribution = attributions[i];
            if (attribution is { HasCue: true, Source: [var source], Content: [var content] } && source.End <= attribution.Cue.First
                && content.First == attribution.Cue.End && quotations.Of[source.First] is >= 0 and var quotation && quotations.Of[content.First] < 0
                && quotations.Quotations[quotation] is var marks && marks.First == source.First && marks.End >= source.End)
            {
                attribution.Source[0] = content;
                attribution.Content[0] = new TokenRange(marks.First, marks.End);
            }
            else if (attribution is { HasCue: true, Source: [var clause], Content: [var name] } && IsTurnedRound(article, quotations, attribution.Cue, clause, name))
            {
                attribution.Source[0] = name;
                attribution.Content[0] = article.Classes[clause.End - 1] == TokenClass.Comma ? clause with { End = clause.End - 1 } : clause;
            }
        }
    }

    /// <summary>Such podcasts "turn grief into a hobby", argues Ann Lee, a scholar: a clause with marks before the comma, a person's name behind the verb.</summary>
    private static bool IsTurnedRound(ArticleReader article, QuotationFinder quotations, Cue cue, TokenRange clause, TokenRange name)
    {
        if (clause.End > cue.First || cue.First - clause.End > 1 || name.First != cue.End || cue.End - cue.First != 1 || !article.IsPerson(name.First) || article.IsPerson(clause.First)
            || article.Classes[cue.First - 1] != TokenClass.Comma || article.Groups[cue.First] == 0)
        {
            return false;
        }

        var end = name.First;
        while (end < name.End && article.IsPerson(end))
        {
            end++;
        }

        var next = Coverage.FirstIn(quotations, clause.First);
        return (end == name.End || article.Classes[end] == TokenClass.Comma) && next < quotations.Quotations.Count && quotations.Quotations[next].End <= clause.End;
    }
}
