using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>
/// What stands without marks behind "..., she said" tells how, where or of what she said it: in "'It works,' she said onstage at the fair.
/// 'At last.'" the stage is no content. Where the words with marks go on in it ("but 'when it comes to ...'"), it is.
/// </summary>
internal static class StrayPieces
{
    /// <summary>Takes such pieces out of contents that begin with a quotation before their cue.</summary>
    public static void Remove(ArticleReader article, QuotationFinder quotations, List<Attribution> attributions)
    {
        for (var i = 0; i < attributions.Count; i++)
        {
            article.Look(i);
            var attribution = attributions[i];
            if (attribution is not { HasCue: true, Content: [var first, _, ..] } || first.End > attribution.Cue.First
                || quotations.Of[first.First] is not (>= 0 and var q) || quotations.Quotations[q].First != first.First || quotations.Quotations[q].End > first.End
                || !TokenClasses.IsVerb(article.Classes[CueHead.Of(article, attribution.Cue)]))
            {
                continue;
            }

            for (var piece = attribution.Content.Count - 1; piece > 0; piece--)
            {
                if (attribution.Content[piece] is var later && later.First >= attribution.Cue.End && !HasQuotation(quotations, later)
                    && article.Classes[later.First] is not (TokenClass.Conjunction or TokenClass.SubordinatorThat))
                {
                    attribution.Content.RemoveAt(piece);
                }
            }
        }
    }

    private static bool HasQuotation(QuotationFinder quotations, TokenRange piece)
    {
        var next = Coverage.FirstIn(quotations, piece.First);
        return quotations.Of[piece.First] >= 0 || (next < quotations.Quotations.Count && quotations.Quotations[next].First < piece.End);
    }
}
