using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>
/// A paragraph that is a quotation and nothing else, behind a paragraph in which one source alone was quoted: the speaker
/// goes on. Such a quote has no cue; its source is the words that named the speaker before.
/// </summary>
internal static class LoneQuotations
{
    // Shorter ones may be a slogan or a heading.
    private const int FewestTokens = 6;

    // The step costs trust each time it is taken.
    private const float Trust = 0.7f;

    public static void Add(ArticleReader article, QuotationFinder quotations, List<Attribution> attributions, Coverage coverage)
    {
        var next = 0;
        var count = attributions.Count;
        var speaker = default(Speaker);
        for (var q = 0; q < quotations.Quotations.Count; q++)
        {
            article.Look(q);
            var quotation = quotations.Quotations[q];
            if (coverage[q] || quotation.Length < FewestTokens || quotation.Has(QuotationTraits.Title)
                || !IsAlone(article, quotation))
            {
                continue;
            }

            var paragraph = article.Paragraphs[quotation.First];
            for (; next < count && Position(attributions[next]) < quotation.First; next++)
            {
                speaker = speaker.After(article, quotations, attributions[next]);
            }

            if (speaker.Attribution is not { } before || speaker.Paragraph != ParagraphBefore(article, quotation.First)
                || !HasMarksOf(quotations, quotation, before))
            {
                continue;
            }

            var added = new Attribution();
            added.Clear(new Cue(quotation.First, quotation.First, 0));
            added.Content.Add(new TokenRange(quotation.First, quotation.End));
            added.Source.AddRange(before.Source);
            added.Confidence = Trust * before.Confidence;
            added.Rules = QuoteRules.SpeakerGoesOn;
            attributions.Add(added);
            coverage[q] = true;
            speaker = new Speaker(added, paragraph);
        }
    }

    // Another kind of marks is another kind of text: a heading between the paragraphs of a speech.
    private static bool HasMarksOf(QuotationFinder quotations, Quotation quotation, Attribution before) =>
        before.Content.Exists(piece => quotations.Of[piece.End - 1] is >= 0 and var q
            && quotations.Quotations[q].Has(QuotationTraits.Single) == quotation.Has(QuotationTraits.Single));

    private static int Position(Attribution attribution) => attribution.Cue.First;

    private static bool IsAlone(ArticleReader article, Quotation quotation)
    {
        var paragraph = article.Paragraphs[quotation.First];
        return (quotation.First == 0 || article.Paragraphs[quotation.First - 1] != paragraph)
            && (quotation.End == article.Count || article.Paragraphs[quotation.End] != paragraph);
    }

    // The paragraph before, furniture left out; -1 where there is none.
    private static int ParagraphBefore(ArticleReader article, int token)
    {
        while (--token >= 0)
        {
            if (article.Sentences[token] >= 0)
            {
                return article.Paragraphs[token];
            }
        }

        return -1;
    }

    /// <summary>The one who was quoted last, in which paragraph; no attribution where the paragraph quotes several.</summary>
    private readonly record struct Speaker(Attribution? Attribution, int Paragraph)
    {
        public Speaker After(ArticleReader article, QuotationFinder quotations, Attribution attribution)
        {
            var quoted = attribution.Content.Exists(piece => quotations.Of[piece.End - 1] >= 0);
            if (!quoted || attribution.Source.Count == 0)
            {
                return this;
            }

            var paragraph = article.Paragraphs[Math.Max(attribution.Cue.First, attribution.Content[^1].End - 1)];
            var another = Attribution is not null && Paragraph == paragraph && !SameWords(article, Attribution, attribution);
            return new Speaker(another ? null : attribution, paragraph);
        }

        // "she" behind a name is taken for the same person; two names that differ are not.
        private static bool SameWords(ArticleReader article, Attribution one, Attribution other)
        {
            var (a, b) = (one.Source[0], other.Source[0]);
            return article.Classes[b.First] == TokenClass.PronounPersonal || article.Forms[a.End - 1] == article.Forms[b.End - 1];
        }
    }
}
