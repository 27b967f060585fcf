using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>"He told Radio Harwick: 'It is a joke.'" is said once: the verb is the cue, and the colon behind whoever was told is none beside it.</summary>
internal static class RepeatedColons
{
    /// <summary>Attributions come in the order of their cues: the verb of a colon is not further off than this.</summary>
    private const int Neighbours = 3;

    /// <summary>Takes out attributions by a colon alone whose content begins where that of a verb shortly before begins.</summary>
    public static void Remove(ArticleReader article, List<Attribution> attributions)
    {
        var kept = 0;
        for (var i = 0; i < attributions.Count; i++)
        {
            article.Look(i);
            if (!IsRepeated(article, attributions, kept, attributions[i]))
            {
                attributions[kept++] = attributions[i];
            }
        }

        attributions.RemoveRange(kept, attributions.Count - kept);
    }

    private static bool IsRepeated(ArticleReader article, List<Attribution> attributions, int before, Attribution attribution)
    {
        if (attribution is not { HasCue: true, Content: [var content, ..] } || article.Form(attribution.Cue.First) is not ":")
        {
            return false;
        }

        for (var i = before - 1; i >= 0 && i >= before - Neighbours; i--)
        {
            if (attributions[i] is { HasCue: true, Content: [var other, ..] } && other.First == content.First)
            {
                return true;
            }
        }

        return false;
    }
}
