using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>
/// Words with a name behind a dash: a quotation that fills its line or its paragraph, signed at its end or in the next
/// paragraph (<c>"We were lucky." — Ann Lee</c>), and a post with the writer's user name
/// (<c>… — Ann Lee (@annlee) May 4, 2020</c>).
/// </summary>
internal static class SignedQuotations
{
    private const int LongestName = 10;
    private const float ConfidenceOfQuotation = 0.85f, ConfidenceOfPost = 0.8f;

    /// <summary>Adds what the signatures say, in order of their dashes.</summary>
    public static void Add(ArticleReader article, QuotationFinder quotations, List<Attribution> attributions, Coverage coverage)
    {
        var before = attributions.Count;
        AddQuotations(article, quotations, attributions, coverage);
        AddPosts(article, attributions);
        if (attributions.Count > before)
        {
            AttributionLists.SortByCue(article, attributions);
        }
    }

    private static void AddQuotations(
        ArticleReader article, QuotationFinder quotations, List<Attribution> attributions, Coverage coverage)
    {
        // Behind a signature another quotation may follow on the same line.
        var signed = -1;
        for (var q = 0; q < quotations.Quotations.Count; q++)
        {
            article.Look(q);
            var quotation = quotations.Quotations[q];
            var dash = NextOfText(article, quotation.End);
            if (coverage[q] || dash >= article.Count || !IsDash(article.Form(dash))
                || (quotation.First != signed && !article.BeginsLine(quotation.First)))
            {
                continue;
            }

            var end = EndOfLine(article, dash + 1, quotations);
            if (EndOfName(article, dash + 1, end, out _) is > 0 and var last)
            {
                attributions.Add(Make(dash, last, new TokenRange(quotation.First, quotation.End), ConfidenceOfQuotation));
                coverage[q] = true;
                signed = last;
            }
        }
    }

    // The next token that is not furniture; of another paragraph only if the token before ends its own.
    private static int NextOfText(ArticleReader article, int token)
    {
        while (token < article.Count && article.Sentences[token] < 0)
        {
            token++;
        }

        return token;
    }

    // Where the line ends, or the next quotation begins; not looked for farther than a name is long.
    private static int EndOfLine(ArticleReader article, int token, QuotationFinder quotations)
    {
        var most = Math.Min(article.Count, token + LongestName + 1);
        var end = token;
        while (end < most && (end == token || !article.BeginsLine(end)) && quotations.Of[end] < 0)
        {
            end++;
        }

        return end;
    }

    private static void AddPosts(ArticleReader article, List<Attribution> attributions)
    {
        var paragraphs = 0;
        for (var start = 0; start < article.Count;)
        {
            article.Look(paragraphs++);
            var end = article.EndOfParagraph(start);
            if (article.Sentences[start] >= 0)
            {
                AddPost(article, attributions, new TokenRange(start, end));
            }

            start = end;
        }
    }

    private static void AddPost(ArticleReader article, List<Attribution> attributions, TokenRange paragraph)
    {
        for (var i = Math.Max(paragraph.First + 3, paragraph.End - 20); i < paragraph.End; i++)
        {
            if (IsDash(article.Form(i)) && article.HasSpaceBefore(i)
                && EndOfName(article, i + 1, paragraph.End, out var isPost) is > 0 and var end && isPost)
            {
                attributions.Add(Make(i, end, new TokenRange(paragraph.First, i), ConfidenceOfPost));
                return;
            }
        }
    }

    private static bool IsDash(ReadOnlySpan<char> form) => form is "-" or "–" or "—" or "―" or "--" or "---";

    // Capitalized words, with a user name in brackets, up to a comma, a stop or the end; 0 for anything else.
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

        var ends = i == end || i == article.Count || hasUserName || article.Classes[i] is TokenClass.Comma or TokenClass.FullStop;
        return i > first && char.IsUpper(article.Form(first)[0]) && ends ? i : 0;
    }

    private static Attribution Make(int dash, int end, TokenRange content, float confidence)
    {
        var added = new Attribution();
        added.Clear(new Cue(dash, dash + 1, 1));
        added.Source.Add(new TokenRange(dash + 1, end));
        added.Content.Add(content);
        added.Confidence = confidence;
        added.Rules = QuoteRules.Signature;
        return added;
    }
}
