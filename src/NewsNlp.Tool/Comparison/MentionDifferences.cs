using NewsNlp.Documents;
using NewsNlp.Evaluation.Entities;

namespace NewsNlp.Tool.Comparison;

/// <summary>Finds where entity mentions differ.</summary>
internal static class MentionDifferences
{
    /// <returns>How many are the same.</returns>
    public static int Find(string text, IReadOnlyList<LabeledSpan> a, IReadOnlyList<LabeledSpan> b, List<Difference> differences)
    {
        List<LabeledSpan> onlyA = [.. a.Except(b)], onlyB = [.. b.Except(a)];
        int same = a.Distinct().Count() - onlyA.Count;
        foreach (var mention in onlyA)
        {
            int other = onlyB.FindIndex(candidate => candidate.Span == mention.Span);
            if (other < 0) other = onlyB.FindIndex(candidate => candidate.Span.Overlaps(mention.Span));
            if (other < 0)
            {
                differences.Add(new Difference(DifferenceKind.Mention, mention.Span, Words(text, mention.Span), mention.Label.Name, null));
                continue;
            }

            var partner = onlyB[other];
            onlyB.RemoveAt(other);
            differences.Add(partner.Span == mention.Span
                ? new Difference(DifferenceKind.Label, mention.Span, Words(text, mention.Span), mention.Label.Name, partner.Label.Name)
                : new Difference(
                    DifferenceKind.Boundary,
                    mention.Span,
                    Words(text, mention.Span),
                    $"{Words(text, mention.Span)} ({mention.Label})",
                    $"{Words(text, partner.Span)} ({partner.Label})"));
        }

        foreach (var mention in onlyB)
            differences.Add(new Difference(DifferenceKind.Mention, mention.Span, Words(text, mention.Span), null, mention.Label.Name));
        return same;
    }

    public static string Words(string text, TextSpan span) => span.Of(text).ToString().ReplaceLineEndings(" ");
}
