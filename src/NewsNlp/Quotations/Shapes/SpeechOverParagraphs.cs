using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>
/// Speech over several paragraphs: each opens with a mark, the last alone closes. Whoever has one of them as content has
/// them all.
/// </summary>
internal static class SpeechOverParagraphs
{
    public static void Complete(ArticleReader article, QuotationFinder quotations, List<Attribution> attributions, Coverage coverage)
    {
        for (var i = 0; i < attributions.Count; i++)
        {
            article.Look(i);
            var attribution = attributions[i];
            if (attribution.Content.Count > 0)
            {
                GoOn(quotations, attribution, coverage);
                GoBack(quotations, attribution, coverage);
            }
        }
    }

    private static void GoOn(QuotationFinder quotations, Attribution attribution, Coverage coverage)
    {
        var all = quotations.Quotations;
        var q = quotations.Of[attribution.Content[^1].End - 1];
        while (q >= 0 && q + 1 < all.Count && all[q].Has(QuotationTraits.Unclosed) && attribution.Content[^1].End == all[q].End
            && all[q + 1].Has(QuotationTraits.Continuation) && !coverage[q + 1])
        {
            q++;
            attribution.Content.Add(new TokenRange(all[q].First, all[q].End));
            attribution.Rules |= QuoteRules.SpeechOverParagraphs;
            coverage[q] = true;
        }
    }

    private static void GoBack(QuotationFinder quotations, Attribution attribution, Coverage coverage)
    {
        var all = quotations.Quotations;
        var q = quotations.Of[attribution.Content[0].First];
        var first = q;
        while (first > 0 && attribution.Content[0].First == all[q].First && all[first].Has(QuotationTraits.Continuation)
            && all[first - 1].Has(QuotationTraits.Unclosed) && !coverage[first - 1])
        {
            first--;
            coverage[first] = true;
        }

        if (first < q)
        {
            attribution.Rules |= QuoteRules.SpeechOverParagraphs;
            attribution.Content.InsertRange(0, all[first..q].Select(quotation => new TokenRange(quotation.First, quotation.End)));
        }
    }
}
