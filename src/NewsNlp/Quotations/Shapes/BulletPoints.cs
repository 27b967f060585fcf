using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>The bullet of an item and the hour before an entry of a live page are layout, and no part of what is said or of who says it.</summary>
internal static class BulletPoints
{
    /// <summary>Takes bullets off the start of contents and sources.</summary>
    public static void Cut(ArticleReader article, List<Attribution> attributions)
    {
        for (var i = 0; i < attributions.Count; i++)
        {
            article.Look(i);
            Cut(article, attributions[i].Content);
            Cut(article, attributions[i].Source);
        }
    }

    private static void Cut(ArticleReader article, List<TokenRange> pieces)
    {
        if (pieces is [{ Length: > 1 } first, ..] && article.BeginsLine(first.First)
            && article.Form(first.First) is "•" or "▪" or "●" or "■" or "·" or "*" or "►" or "▶" or [>= '0' and <= '2', >= '0' and <= '9', ':', >= '0' and <= '5', >= '0' and <= '9'])
        {
            pieces[0] = first with { First = first.First + 1 };
        }
    }
}
