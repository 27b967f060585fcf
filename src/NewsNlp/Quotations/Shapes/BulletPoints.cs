using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>
/// The bullet of an item and the hour before an entry of a live page are layout, and no part of what is said or of who says it; and what is
/// said before a cue does not go on in the item behind it: "The road is closed, police say".
/// </summary>
internal static class BulletPoints
{
    /// <summary>Takes bullets off the start of contents and sources, and other items out of contents.</summary>
    public static void Cut(ArticleReader article, List<Attribution> attributions)
    {
        for (var i = 0; i < attributions.Count; i++)
        {
            article.Look(i);
            RemoveItems(article, attributions[i]);
            Cut(article, attributions[i].Content);
            Cut(article, attributions[i].Source);
        }
    }

    private static void RemoveItems(ArticleReader article, Attribution attribution)
    {
        var content = attribution.Content;
        if (content is not [var first, _, ..] || first.End > attribution.Cue.First)
        {
            return;
        }

        for (var piece = content.Count - 1; piece > 0; piece--)
        {
            if (content[piece].First >= attribution.Cue.End && article.BeginsLine(content[piece].First) && IsBullet(article.Form(content[piece].First)))
            {
                content.RemoveAt(piece);
            }
        }
    }

    private static void Cut(ArticleReader article, List<TokenRange> pieces)
    {
        if (pieces is [{ Length: > 1 } first, ..] && article.BeginsLine(first.First) && (IsBullet(article.Form(first.First)) || IsHour(article.Form(first.First))))
        {
            pieces[0] = first with { First = first.First + 1 };
        }
    }

    private static bool IsBullet(ReadOnlySpan<char> form) => form is "•" or "▪" or "●" or "■" or "·" or "*" or "►" or "▶";

    private static bool IsHour(ReadOnlySpan<char> form) => form is [>= '0' and <= '2', >= '0' and <= '9', ':', >= '0' and <= '5', >= '0' and <= '9'];
}
