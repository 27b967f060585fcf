using NewsNlp.Documents;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>
/// What somebody else supposes that one would like is no attribution to that one: in "Norland would be keen on a deal, experts said." the
/// experts speak, and Norland has shown nothing.
/// </summary>
internal static class SupposedAttitudes
{
    /// <summary>Attributions come in the order of their cues: one around another is not further off than this.</summary>
    private const int Neighbours = 8;

    /// <summary>Takes out hypothetical attributions by an adjective whose cue another attribution's content holds.</summary>
    public static void Remove(ArticleReader article, List<Attribution> attributions)
    {
        // Marked first and taken out together: taking out one by one would take the square of their number.
        HashSet<Attribution>? supposed = null;
        for (var i = 0; i < attributions.Count; i++)
        {
            article.Look(i);
            if (attributions[i] is { HasCue: true } attribution && article.Classes[CueHead.Of(article, attribution.Cue)] == TokenClass.Adjective
                && IsInside(attributions, i) && ModalityReader.Of(article, attribution) == QuoteModality.Hypothetical)
            {
                (supposed ??= []).Add(attribution);
            }
        }

        if (supposed is not null)
        {
            AttributionLists.RemoveAll(article, attributions, supposed.Contains);
        }
    }

    private static bool IsInside(List<Attribution> attributions, int index)
    {
        var cue = new TokenRange(attributions[index].Cue.First, attributions[index].Cue.End);
        var end = Math.Min(attributions.Count, index + Neighbours + 1);
        for (var i = Math.Max(0, index - Neighbours); i < end; i++)
        {
            if (i != index && attributions[i].Content.Exists(piece => piece.Contains(cue)))
            {
                return true;
            }
        }

        return false;
    }
}
