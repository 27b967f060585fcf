using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>Adverbs alone say how something was said, never what: "did not elaborate further".</summary>
internal static class BareAdverbs
{
    /// <summary>Takes out attributions whose whole content is adverbs.</summary>
    public static void Remove(ArticleReader article, List<Attribution> attributions) =>
        AttributionLists.RemoveAll(article, attributions, attribution => attribution is { HasCue: true, Content.Count: 1 } && IsAdverbs(article, attribution.Content[0]));

    private static bool IsAdverbs(ArticleReader article, TokenRange content)
    {
        for (var i = content.First; i < content.End; i++)
        {
            // "said so", "said otherwise" stand for what was said.
            if (article.Classes[i] != TokenClass.Adverb || article.Form(i) is "so" or "otherwise" or "not" or "yes" or "no")
            {
                return false;
            }
        }

        return true;
    }
}
