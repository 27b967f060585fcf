using NewsNlp.Quotations.Contents;
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
        }
    }
}
