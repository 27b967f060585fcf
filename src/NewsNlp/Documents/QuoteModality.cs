namespace NewsNlp.Documents;

/// <summary>Whether the attribution is claimed to have happened.</summary>
public enum QuoteModality : byte
{
    /// <summary>It did: <c>she said</c>.</summary>
    Asserted,

    /// <summary>It did not: <c>she did not say</c>.</summary>
    Negated,

    /// <summary>It may or would: <c>she would say</c>, <c>if she says</c>.</summary>
    Hypothetical,
}
