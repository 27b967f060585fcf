namespace NewsNlp.Documents.Values;

/// <summary>A place in an order: "third", "22nd".</summary>
/// <param name="Rank">The place; 1 is the first.</param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed record OrdinalValue(long Rank) : MentionValue;
