namespace NewsNlp.Documents.Values;

/// <summary>A sum of money, or a range of them: "$1.5bn", "5 million euros", "£10-15".</summary>
/// <param name="Amount">The sum in whole units of the currency: 0.5 for "50p"; of a range, the lower end.</param>
/// <param name="Currency">
/// The currency's ISO 4217 code; null where the text does not say which ("pesos"). A bare dollar sign or "dollars" is USD, "pounds"
/// GBP, "rupees" INR.
/// </param>
/// <param name="UpTo">Of a range, the upper end; else null.</param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed record MoneyValue(decimal Amount, string? Currency, decimal? UpTo = null) : MentionValue;
