namespace NewsNlp.Documents.Layers;

/// <summary>Entities, what refers to them, and who speaks each quote.</summary>
/// <param name="Entities">The entities, in the order of their first mention.</param>
/// <param name="Mentions">All referring expressions, in the order of the text.</param>
/// <param name="MentionsByEntity">Indices of mentions, grouped by entity.</param>
/// <param name="EntityOfEntityMention">For each entity mention its entity, or -1.</param>
/// <param name="Speakers">Entities that speak, grouped by quote.</param>
/// <param name="FirstSpeakers">For each quote where its speakers start in <paramref name="Speakers"/>; one more at the end.</param>
internal sealed record CoreferenceLayer(
    EntityRecord[] Entities,
    MentionRecord[] Mentions,
    int[] MentionsByEntity,
    int[] EntityOfEntityMention,
    int[] Speakers,
    int[] FirstSpeakers);

/// <summary>One entity; its mentions are <c>MentionsByEntity[FirstMention..]</c>; <c>SpeaksFor</c> is -1 where it speaks for itself.</summary>
internal readonly record struct EntityRecord(string Name, EntityLabel? Label, string? Role, int FirstMention, int MentionCount, int SpeaksFor);

/// <summary>One referring expression.</summary>
internal readonly record struct MentionRecord(TextSpan Span, MentionKind Kind, int Entity, int EntityMention);
