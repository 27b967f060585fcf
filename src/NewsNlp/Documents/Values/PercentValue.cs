namespace NewsNlp.Documents.Values;

/// <summary>A percentage, or a range of them: "10%", "5 to 6 per cent", "two percentage points".</summary>
/// <param name="Percent">The percentage, 10 for "10%"; of a range, the lower end.</param>
/// <param name="UpTo">Of a range, the upper end; else null.</param>
/// <param name="IsPoints">Whether it is a difference in percentage points.</param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed record PercentValue(decimal Percent, decimal? UpTo = null, bool IsPoints = false) : MentionValue;
