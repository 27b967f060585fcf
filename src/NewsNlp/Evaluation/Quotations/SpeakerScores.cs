using System.Numerics;

namespace NewsNlp.Evaluation.Quotations;

/// <summary>
/// Quotes whose content was found, and whose words they are. "Given" figures are shares of the quotes found whose gold has a
/// source or a speaker; "end to end" has the same numerator over all such gold quotes. Scores of several documents add up.
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct SpeakerScores
    : IAdditionOperators<SpeakerScores, SpeakerScores, SpeakerScores>
{
    /// <summary>Quotes found.</summary>
    public PrecisionRecall Attributions { get; init; }

    /// <summary>Sources that share a word that matters with the gold source, given the content.</summary>
    public Share SourceOverlap { get; init; }

    /// <summary>Sources that are the same, trimmed, given the content.</summary>
    public Share SourceExact { get; init; }

    /// <summary>Gold quotes without a source whose system quote has none either, given the content.</summary>
    public Share NoSourceKept { get; init; }

    /// <summary>Speakers whose name is one of the gold names, given the content.</summary>
    public Share Resolved { get; init; }

    /// <summary>
    /// Speakers whose name agrees with a gold name but for titles and roles before it ("Ann Lee", "the mayor, Ann Lee"), given the
    /// content.
    /// </summary>
    public Share ResolvedName { get; init; }

    /// <summary>How many gold quotes have a source, found or not.</summary>
    public int GoldWithSource { get; init; }

    /// <summary>How many gold quotes have a speaker, found or not.</summary>
    public int GoldWithSpeaker { get; init; }

    /// <summary><see cref="SourceOverlap"/> over all gold quotes that have a source.</summary>
    public Share SourceEndToEnd => new(SourceOverlap.Right, GoldWithSource);

    /// <summary><see cref="Resolved"/> over all gold quotes that have a speaker.</summary>
    public Share ResolvedEndToEnd => new(Resolved.Right, GoldWithSpeaker);

    /// <summary><see cref="ResolvedName"/> over all gold quotes that have a speaker.</summary>
    public Share ResolvedNameEndToEnd => new(ResolvedName.Right, GoldWithSpeaker);

    /// <summary>The scores of both.</summary>
    public static SpeakerScores operator +(SpeakerScores left, SpeakerScores right) => new()
    {
        Attributions = left.Attributions + right.Attributions,
        SourceOverlap = left.SourceOverlap + right.SourceOverlap,
        SourceExact = left.SourceExact + right.SourceExact,
        NoSourceKept = left.NoSourceKept + right.NoSourceKept,
        Resolved = left.Resolved + right.Resolved,
        ResolvedName = left.ResolvedName + right.ResolvedName,
        GoldWithSource = left.GoldWithSource + right.GoldWithSource,
        GoldWithSpeaker = left.GoldWithSpeaker + right.GoldWithSpeaker,
    };

    /// <summary>The same as the operator.</summary>
    public static SpeakerScores Add(SpeakerScores left, SpeakerScores right) => left + right;
}
