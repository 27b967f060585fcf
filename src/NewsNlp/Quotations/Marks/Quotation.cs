namespace NewsNlp.Quotations.Marks;

/// <summary>Words between quotation marks, the marks included.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token behind its last.</param>
/// <param name="Traits">What is known of its marks.</param>
internal readonly record struct Quotation(int First, int End, QuotationTraits Traits)
{
    public int Length => End - First;

    public bool Has(QuotationTraits trait) => (Traits & trait) != 0;
}

/// <summary>What is known of a quotation's marks.</summary>
[Flags]
internal enum QuotationTraits : byte
{
    None = 0,

    /// <summary>Between single marks.</summary>
    Single = 1,

    /// <summary>No closing mark: it runs to the end of its paragraph.</summary>
    Unclosed = 2,

    /// <summary>It carries on a quotation that the paragraph before left open.</summary>
    Continuation = 4,

    /// <summary>A name between names: <c>Dwayne "The Rock" Johnson</c>.</summary>
    Nickname = 8,

    /// <summary>Every longer word has a capital: the title of a work, or a heading.</summary>
    Title = 16,
}
