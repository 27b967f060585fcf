namespace NewsNlp.Evaluation.Entities;

/// <summary>
/// Compares entity mentions strictly: same start, end and label, as CoNLL-2003 does (Tjong Kim Sang and De Meulder 2003), over the
/// raw text instead of over tokens.
/// </summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class EntityMentionScorer
{
    /// <summary>Scores the mentions of one document; a mention given twice counts once.</summary>
    /// <param name="gold">The gold mentions.</param>
    /// <param name="system">The system's mentions.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static EntityMentionScores Score(IEnumerable<LabeledSpan> gold, IEnumerable<LabeledSpan> system)
    {
        HashSet<LabeledSpan> right = [.. gold], found = [.. system];
        var labels = new LabelScores();
        foreach (var mention in right)
        {
            int hit = found.Contains(mention) ? 1 : 0;
            labels.Tally(mention.Label.Name, new PrecisionRecall(hit, 0, hit, 1));
        }

        var errors = new EntityMentionErrors { Missed = right.Count(mention => !found.Any(other => other.Span.Overlaps(mention.Span))) };
        foreach (var mention in found)
        {
            labels.Tally(mention.Label.Name, new PrecisionRecall(0, 1, 0, 0));
            if (right.Contains(mention)) continue;
            if (right.Any(other => other.Span == mention.Span)) errors += new EntityMentionErrors { WrongLabel = 1 };
            else if (right.Any(other => other.Span.Overlaps(mention.Span))) errors += new EntityMentionErrors { WrongBoundary = 1 };
            else errors += new EntityMentionErrors { Spurious = 1 };
        }

        return new EntityMentionScores(labels, errors);
    }
}
