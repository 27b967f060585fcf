using NewsNlp.Tool.Evaluation.Gold;

namespace NewsNlp.Tool.Comparison;

/// <summary>A document as two sides annotated it.</summary>
internal sealed class ComparedDocument
{
    public ComparedDocument(GoldDocument a, GoldDocument b)
    {
        (A, B) = (a, b);
        var differences = new List<Difference>();
        if (a.Mentions is { } mentionsA && b.Mentions is { } mentionsB)
        {
            HasMentions = true;
            SameMentions = MentionDifferences.Find(a.Text, mentionsA, mentionsB, differences);
        }

        if (a.Quotes is { } quotesA && b.Quotes is { } quotesB)
        {
            HasQuotes = true;
            SameQuotes = QuoteDifferences.Find(a.Text, quotesA, quotesB, a.HasSpeakers && b.HasSpeakers, differences);
        }

        Differences = [.. differences.OrderBy(difference => difference.Place).ThenBy(difference => difference.Kind)];
    }

    public GoldDocument A { get; }

    public GoldDocument B { get; }

    /// <summary>Whether both sides have entity mentions.</summary>
    public bool HasMentions { get; }

    /// <summary>Whether both sides have quotes.</summary>
    public bool HasQuotes { get; }

    public int SameMentions { get; }

    /// <summary>Quotes that are the same in all.</summary>
    public int SameQuotes { get; }

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<Difference> Differences { get; }
}
