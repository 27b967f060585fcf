using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>
/// A sentence that its speaker divides: "Daddy," she said one morning, "why do you shout?" What stands behind the comma goes on, and is
/// content as well where no attribution has it.
/// </summary>
internal static class SplitQuotations
{
    private const int LongestGap = 12;

    /// <summary>Adds such second halves to the contents of their attributions.</summary>
    public static void Complete(ArticleReader article, QuotationFinder quotations, List<Attribution> attributions, Coverage coverage)
    {
        var all = quotations.Quotations;
        for (var i = 0; i < attributions.Count; i++)
        {
            article.Look(i);
            var attribution = attributions[i];
            CompleteBefore(article, quotations, attribution, coverage);
            if (attribution is not { HasCue: true, Source.Count: > 0, Content.Count: > 0 } || quotations.Of[attribution.Content[^1].End - 1] is not (>= 0 and var q)
                || q + 1 >= all.Count || coverage[q + 1] || all[q].Length < 3 || all[q].End > attribution.Cue.First)
            {
                continue;
            }

            var next = all[q + 1];
            var behind = Math.Max(attribution.Cue.End, attribution.Source[^1].End);
            if (next.First > behind && next.First - behind <= LongestGap && article.Paragraphs[next.First] == article.Paragraphs[behind]
                && article.Classes[next.First - 1] == TokenClass.Comma && article.Classes[all[q].End - 2] == TokenClass.Comma
                && all[q].Has(QuotationTraits.Single) == next.Has(QuotationTraits.Single) && IsSmall(article, next))
            {
                attribution.Content.Add(new TokenRange(next.First, next.End));
                attribution.Rules |= QuoteRules.SplitQuotation;
                coverage[q + 1] = true;
            }
        }
    }

    /// <summary>The other way round: "not one of whom", he complained last year, "can bake a bap".</summary>
    private static void CompleteBefore(ArticleReader article, QuotationFinder quotations, Attribution attribution, Coverage coverage)
    {
        var all = quotations.Quotations;
        if (attribution is not { HasCue: true, Source: [var source], Content: [var content, ..] } || quotations.Of[content.First] is not (> 0 and var q)
            || all[q].First != content.First || coverage[q - 1] || source.First > attribution.Cue.First || source.First < 2)
        {
            return;
        }

        var before = all[q - 1];
        var gap = before.End;
        if (gap <= source.First && source.First - gap <= 1 && (gap == source.First ? article.Classes[gap - 2] : article.Classes[gap]) == TokenClass.Comma
            && content.First >= attribution.Cue.End && content.First - attribution.Cue.End <= LongestGap && article.Classes[content.First - 1] == TokenClass.Comma
            && article.Paragraphs[before.First] == article.Paragraphs[content.First] && before.Length > 4
            && before.Has(QuotationTraits.Single) == all[q].Has(QuotationTraits.Single) && IsSmall(article, all[q]))
        {
            attribution.Content.Insert(0, new TokenRange(before.First, before.End));
            attribution.Rules |= QuoteRules.SplitQuotation;
            coverage[q - 1] = true;
        }
    }

    /// <summary>Whether its first word begins with a small letter, or is "I": no new sentence.</summary>
    private static bool IsSmall(ArticleReader article, Quotation quotation) =>
        quotation.Length > 2 && article.Form(quotation.First + 1) is var form && (char.IsLower(form[0]) || form is "I");
}
