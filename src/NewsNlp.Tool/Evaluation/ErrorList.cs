using NewsNlp.Evaluation.Entities;

namespace NewsNlp.Tool.Evaluation;

/// <summary>Wrong and missed entity mentions by their words, and how often each occurs.</summary>
internal sealed class ErrorList
{
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>The most frequent errors, most frequent first, then in ordinal order.</summary>
    public IEnumerable<(string Error, int Count)> Top(int count) =>
        _counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(count).Select(pair => (pair.Key, pair.Value));

    public void Add(string text, IReadOnlyList<LabeledSpan> gold, IReadOnlyList<LabeledSpan> system)
    {
        HashSet<LabeledSpan> right = [.. gold];
        foreach (var mention in system.Distinct())
        {
            if (right.Contains(mention)) continue;
            string words = Words(text, mention);
            int same = gold.ToList().FindIndex(other => other.Span == mention.Span);
            if (same >= 0) Count($"{gold[same].Label} taken for {mention.Label}: {words}");
            else if (gold.FirstOrDefault(other => other.Span.Overlaps(mention.Span)) is { Span.Length: > 0 } near) Count($"{near.Label} {Words(text, near)} cut as {words}");
            else Count($"spurious {mention.Label}: {words}");
        }

        foreach (var mention in right)
            if (!system.Any(other => other.Span.Overlaps(mention.Span))) Count($"missed {mention.Label}: {Words(text, mention)}");
    }

    private void Count(string error) => _counts[error] = _counts.GetValueOrDefault(error) + 1;

    private static string Words(string text, LabeledSpan mention) => $"\"{mention.Span.Of(text).ToString().ReplaceLineEndings(" ")}\"";
}
