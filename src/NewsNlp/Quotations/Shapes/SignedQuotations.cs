using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>
/// Words with a name behind a dash: a quotation that fills its paragraph, signed at its end or in the next paragraph
/// (<c>"We were lucky." — Ann Lee</c>), and a post with the writer's user name (<c>… — Ann Lee (@annlee) May 4, 2020</c>).
/// </summary>
internal static class SignedQuotations
{
    private const int LongestName = 10;
    private const float ConfidenceOfQuotation = 0.85f, ConfidenceOfPost = 0.8f;

    /// <summary>Adds what the signatures say, in order of their dashes.</summary>
    public static void Add(ArticleReader article, QuotationFinder quotations, List<Attribution> attributions, Coverage coverage)
    {
        var before = attributions.Count;
        for (int start = 0, previous = -1; start < article.Count;)
        {
            var end = start + 1;
            while (end < article.Count && article.Paragraphs[end] == article.Paragraphs[start])
            {
                end++;
            }

            if (article.Sentences[start] >= 0)
            {
                AddOfParagraph(article, quotations, attributions, coverage, new TokenRange(start, end), previous);
                previous = end;
            }

            start = end;
        }

        if (attributions.Count > before)
        {
            attributions.Sort(static (one, other) => one.Cue.CompareTo(other.Cue));
        }
    }

    private static void AddOfParagraph(
        ArticleReader article, QuotationFinder quotations, List<Attribution> attributions, Coverage coverage, TokenRange paragraph,
        int endOfPrevious)
    {
        // Behind the quotation that opens the paragraph, or in front where the paragraph before is a quotation.
        var q = quotations.Of[paragraph.First];
        var dash = paragraph.First;
        if (q >= 0 && quotations.Quotations[q].First == paragraph.First)
        {
            dash = quotations.Quotations[q].End;
        }
        else
        {
            q = endOfPrevious > 0 ? quotations.Of[endOfPrevious - 1] : -1;
            q = q >= 0 && FillsParagraph(article, quotations.Quotations[q], endOfPrevious) ? q : -1;
        }

        if (q >= 0 && !coverage[q] && dash < paragraph.End && article.Classes[dash] == TokenClass.Dash
            && EndOfName(article, dash + 1, paragraph.End, out _) is > 0 and var end)
        {
            var quotation = quotations.Quotations[q];
            attributions.Add(Make(dash, end, new TokenRange(quotation.First, quotation.End), ConfidenceOfQuotation));
            coverage[q] = true;
            return;
        }

        AddPost(article, attributions, paragraph);
    }

    private static bool FillsParagraph(ArticleReader article, Quotation quotation, int end) =>
        quotation.End == end
        && (quotation.First == 0 || article.Paragraphs[quotation.First - 1] != article.Paragraphs[quotation.First]);

    private static void AddPost(ArticleReader article, List<Attribution> attributions, TokenRange paragraph)
    {
        for (var i = Math.Max(paragraph.First + 3, paragraph.End - 20); i < paragraph.End; i++)
        {
            if (article.Classes[i] == TokenClass.Dash && article.HasSpaceBefore(i)
                && EndOfName(article, i + 1, paragraph.End, out var isPost) is > 0 and var end && isPost)
            {
                attributions.Add(Make(i, end, new TokenRange(paragraph.First, i), ConfidenceOfPost));
                return;
            }
        }
    }

    // Capitalized words, with a user name in brackets, up to a comma, a stop or the paragraph's end; 0 for anything else.
    private static int EndOfName(ArticleReader article, int first, int end, out bool hasUserName)
    {
        hasUserName = false;
        var i = first;
        for (; i < Math.Min(end, first + LongestName); i++)
        {
            var form = article.Form(i);
            var word = article.Classes[i];
            if (form[0] == '@' || (hasUserName && form is ")"))
            {
                hasUserName = true;
                continue;
            }

            var isBracket = form is "(" && i + 1 < end && article.Form(i + 1)[0] == '@';
            var isInitial = form is "." && article.Lengths[i - 1] == 1;
            var isName = char.IsUpper(form[0]) && !TokenClasses.IsVerb(word) && !(hasUserName && article.Form(i - 1) is ")");
            if (!isName && !isBracket && !isInitial)
            {
                break;
            }
        }

        var ends = i == end || hasUserName || article.Classes[i] is TokenClass.Comma or TokenClass.FullStop;
        return i > first && char.IsUpper(article.Form(first)[0]) && ends ? i : 0;
    }

    private static Attribution Make(int dash, int end, TokenRange content, float confidence)
    {
        var added = new Attribution();
        added.Clear(new Cue(dash, dash + 1, 1));
        added.Source.Add(new TokenRange(dash + 1, end));
        added.Content.Add(content);
        added.Confidence = confidence;
        return added;
    }
}
