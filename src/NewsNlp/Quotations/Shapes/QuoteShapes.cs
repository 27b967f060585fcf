using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>
/// Mends and adds what the learned models cannot see, because it lies outside a cue's window or has no cue: speech that goes
/// on over paragraphs, speaker labels in interviews and transcripts, signatures, and quotations that stand alone in a
/// speaker's run.
/// Scratch memory.
/// </summary>
internal sealed class QuoteShapes
{
    private readonly Coverage _coverage = new();
    private readonly SpeakerLabels _labels = new();

    /// <summary>Completes an article's attributions.</summary>
    public void Complete(ArticleReader article, QuotationFinder quotations, List<Attribution> attributions)
    {
        LeadingTitles.Remove(article, attributions);
        BareAdverbs.Remove(article, attributions);
        QuotedSources.Mend(article, quotations, attributions);
        SourceEdges.Mend(article, attributions);
        BulletPoints.Cut(article, attributions);
        TextLabels.Remove(article, attributions);
        SumsAdded.Remove(article, attributions);
        AskedClauses.Cut(article, attributions);
        VoteCounts.Cut(article, attributions);
        RepeatedColons.Remove(article, attributions);
        HearersBeforeColons.Mend(article, quotations, attributions);
        StrayPieces.Remove(article, quotations, attributions);
        InterruptedClauses.Complete(article, attributions);
        TrailingSources.Add(article, attributions);
        _coverage.Begin(article, quotations, attributions);
        Addressees.Mend(article, attributions);
        SupposedAttitudes.Remove(article, attributions);
        SplitQuotations.Complete(article, quotations, attributions, _coverage);
        SpeechOverParagraphs.Complete(article, quotations, attributions, _coverage);
        SignedQuotations.Add(article, quotations, attributions, _coverage);
        _labels.Add(article, quotations, attributions, _coverage);
        LoneQuotations.Add(article, quotations, attributions, _coverage);
    }
}
