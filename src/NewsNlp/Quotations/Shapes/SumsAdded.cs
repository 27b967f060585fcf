using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>"Gold added $11 an ounce": prices that add say nothing.</summary>
internal static class SumsAdded
{
    /// <summary>Takes out attributions whose cue is "added" and whose content is an amount without a verb.</summary>
    public static void Remove(ArticleReader article, List<Attribution> attributions) =>
        AttributionLists.RemoveAll(article, attributions, attribution => attribution is { HasCue: true, Content: [var content] } && content.First == attribution.Cue.End
            && article.Form(CueHead.Of(article, attribution.Cue)) is "added" && IsAmount(article, content));

    private static bool IsAmount(ArticleReader article, TokenRange content)
    {
        if (!(article.Classes[content.First] is TokenClass.Number or TokenClass.Symbol || char.IsDigit(article.Form(content.First)[^1])))
        {
            return false;
        }

        for (var token = content.First; token < content.End; token++)
        {
            if (TokenClasses.IsVerbal(article.Classes[token]))
            {
                return false;
            }
        }

        return true;
    }
}
