using System.Numerics;

namespace NewsNlp.Evaluation.Entities;

/// <summary>What is wrong with entity mentions, by kind. Counts of several documents add up.</summary>
/// <param name="WrongLabel">System mentions with a gold mention's start and end and another label.</param>
/// <param name="WrongBoundary">System mentions that only overlap a gold mention.</param>
/// <param name="Spurious">System mentions that overlap no gold mention.</param>
/// <param name="Missed">Gold mentions that no system mention overlaps.</param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct EntityMentionErrors(int WrongLabel, int WrongBoundary, int Spurious, int Missed)
    : IAdditionOperators<EntityMentionErrors, EntityMentionErrors, EntityMentionErrors>
{
    /// <summary>The counts of both.</summary>
    public static EntityMentionErrors operator +(EntityMentionErrors left, EntityMentionErrors right) => new(
        left.WrongLabel + right.WrongLabel,
        left.WrongBoundary + right.WrongBoundary,
        left.Spurious + right.Spurious,
        left.Missed + right.Missed);

    /// <summary>The same as the operator.</summary>
    public static EntityMentionErrors Add(EntityMentionErrors left, EntityMentionErrors right) => left + right;
}

/// <summary>How well entity mentions were found. Scores of several documents add up.</summary>
/// <param name="Labels">For each label, mentions with the same start, end and label.</param>
/// <param name="Errors">What is wrong, by kind.</param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed record EntityMentionScores(LabelScores Labels, EntityMentionErrors Errors)
    : IAdditionOperators<EntityMentionScores, EntityMentionScores, EntityMentionScores>
{
    /// <summary>All labels together: the micro average.</summary>
    public PrecisionRecall Micro => Labels.Micro;

    /// <summary>The scores of both documents, or sets of documents, together.</summary>
    public static EntityMentionScores operator +(EntityMentionScores left, EntityMentionScores right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new EntityMentionScores(left.Labels + right.Labels, left.Errors + right.Errors);
    }

    /// <summary>The same as the operator.</summary>
    public static EntityMentionScores Add(EntityMentionScores left, EntityMentionScores right) => left + right;
}
