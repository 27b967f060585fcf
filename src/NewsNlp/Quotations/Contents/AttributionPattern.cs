using NewsNlp.Features;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Contents;

/// <summary>
/// The order of an attribution's parts as a number: cue, source and pieces of content, each piece by how it stands to
/// quotation marks ("A," he said, clapping. "B." is quotation, source, cue, words, quotation).
/// </summary>
internal readonly record struct AttributionPattern(ulong Parts, ulong PartsAndGaps)
{
    // Farther pieces are not looked at.
    private const int Most = 6;

    private const ulong CuePart = 1, SourcePart = 2, ContentPart = 4;

    public static AttributionPattern Of(ArticleReader article, QuotationFinder quotations, Attribution attribution)
    {
        int sources = Math.Min(attribution.Source.Count, Most), contents = Math.Min(attribution.Content.Count, Most);
        int s = 0, c = 0, end = -1;
        var hasCue = false;
        ulong parts = 0, gaps = 0;
        while (s < sources || c < contents || !hasCue)
        {
            int source = s < sources ? attribution.Source[s].First : int.MaxValue, content = c < contents ? attribution.Content[c].First : int.MaxValue;
            ulong part;
            TokenRange range;
            if (!hasCue && attribution.Cue.First <= Math.Min(source, content))
            {
                (part, range, hasCue) = (CuePart, new TokenRange(attribution.Cue.First, attribution.Cue.End), true);
            }
            else if (source <= content)
            {
                (part, range) = (SourcePart, attribution.Source[s++]);
            }
            else
            {
                range = attribution.Content[c++];
                part = ContentPart + MarksOf(quotations, range);
            }

            parts = FeatureHash.Combine(parts, part);
            gaps = FeatureHash.Combine(gaps, part + (32 * Gap(article, end, range.First)));
            end = range.End;
        }

        return new AttributionPattern(parts, gaps);
    }

    /// <summary>0 no marks; 1 opens with one, 2 closes with one, 3 both.</summary>
    public static ulong MarksOf(QuotationFinder quotations, TokenRange range)
    {
        int first = quotations.Of[range.First], last = quotations.Of[range.End - 1];
        return (first >= 0 && quotations.Quotations[first].First == range.First ? 1ul : 0)
            + (last >= 0 && quotations.Quotations[last].End == range.End ? 2ul : 0);
    }

    // What lies between two parts: nothing, a mark, words, a sentence's edge.
    private static ulong Gap(ArticleReader article, int end, int first)
    {
        if (end < 0 || first <= end)
        {
            return end < 0 ? 4ul : 0;
        }

        if (article.Sentences[end] != article.Sentences[first])
        {
            return 3;
        }

        return first == end + 1 && TokenClasses.IsPunctuation(article.Classes[end]) ? 1ul : 2;
    }
}
