namespace NewsNlp.Training.Entities;

/// <summary>Counts errors by their kind, as the scorer of the shared data does.</summary>
internal sealed class EntityErrors
{
    /// <summary>Mentions with the span of a gold one and another label.</summary>
    public int WrongLabel { get; private set; }

    /// <summary>Mentions that overlap a gold one and have another span.</summary>
    public int WrongBoundary { get; private set; }

    /// <summary>Mentions that overlap no gold one.</summary>
    public int Spurious { get; private set; }

    /// <summary>Gold mentions that no mention overlaps.</summary>
    public int Missed { get; private set; }

    /// <summary>Compares the mentions of one article.</summary>
    public void Add(IReadOnlyCollection<GoldMention> system, IReadOnlyCollection<GoldMention> gold)
    {
        var right = gold.ToHashSet();
        var spans = gold.Select(mention => mention.Span).ToHashSet();
        foreach (var mention in system.Where(mention => !right.Contains(mention)))
        {
            if (spans.Contains(mention.Span)) WrongLabel++;
            else if (gold.Any(other => mention.Span.Overlaps(other.Span))) WrongBoundary++;
            else Spurious++;
        }

        Missed += gold.Count(mention => !system.Any(other => mention.Span.Overlaps(other.Span)));
    }
}
