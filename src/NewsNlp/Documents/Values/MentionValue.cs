namespace NewsNlp.Documents.Values;

/// <summary>What an entity mention means as a value: a date, a sum of money, a number.</summary>
/// <remarks>The kinds are <see cref="DateValue"/>, <see cref="TimeValue"/>, <see cref="MoneyValue"/>, <see cref="PercentValue"/>,
/// <see cref="QuantityValue"/>, <see cref="NumberValue"/> and <see cref="OrdinalValue"/>; more may be added.</remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public abstract record MentionValue
{
    private protected MentionValue()
    {
    }
}
