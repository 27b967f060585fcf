namespace NewsNlp.Documents;

/// <summary>How much of a quote's content stands inside quotation marks.</summary>
public enum QuoteKind : byte
{
    /// <summary>All of it: the speaker's own words.</summary>
    Direct,

    /// <summary>None of it: the writer's words.</summary>
    Indirect,

    /// <summary>Some of it.</summary>
    Mixed,
}
