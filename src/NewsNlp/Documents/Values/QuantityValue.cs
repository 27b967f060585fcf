namespace NewsNlp.Documents.Values;

/// <summary>A measured amount with its unit, or a range: "20km", "6ft 2in", "two and a half hours", "37 years old".</summary>
/// <param name="Amount">The amount; of a range, the lower end. Of an amount in two units, it is counted in the smaller one.</param>
/// <param name="Unit">The unit's English name in the singular, British spelling: "kilometre", "square metre", "degree Celsius".</param>
/// <param name="UpTo">Of a range, the upper end; else null.</param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed record QuantityValue(decimal Amount, string Unit, decimal? UpTo = null) : MentionValue;
