namespace NewsNlp.Documents.Values;

/// <summary>A plain number, or a range of numbers: "1,200", "two dozen", "10 to 15".</summary>
/// <param name="Number">The number; of a range, the lower end.</param>
/// <param name="UpTo">Of a range, the upper end; else null.</param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed record NumberValue(decimal Number, decimal? UpTo = null) : MentionValue;
