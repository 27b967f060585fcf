using System.Collections.Frozen;
using NewsNlp.Lexicons;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>A label that says what kind of text follows the colon, "Transcript:", "Q&amp;A:", says nothing itself.</summary>
internal static class TextLabels
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Labels =
        EmbeddedLines.ReadSet("Quotations/Shapes/Resources/text-labels.txt", StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes out attributions whose source is such a label.</summary>
    public static void Remove(ArticleReader article, List<Attribution> attributions) =>
        AttributionLists.RemoveAll(article, attributions, attribution => attribution is { HasCue: true, Source.Count: 1 } && article.Form(attribution.Cue.First) is ":" && IsLabel(article, attribution.Source[0]));

    /// <summary>Whether some words are such a label.</summary>
    public static bool IsLabel(ArticleReader article, TokenRange words)
    {
        int start = article.Starts[words.First], end = article.Starts[words.End - 1] + article.Lengths[words.End - 1];
        return Labels.Contains(article.Text.AsSpan(start, end - start));
    }
}
