using NewsNlp.Documents;

namespace NewsNlp.Evaluation.Quotations;

/// <summary>Which quotes a score is about.</summary>
/// <remarks>
/// The kind is found anew from the quotation marks, for gold and system alike. A system's quote that is aligned with a gold one
/// goes where that goes; one that is aligned with none goes by its own kind, or, for a tag, is counted unless it carries tags
/// without that one.
/// </remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed class QuoteSubset
{
    private readonly Func<QuoteKind, bool>? _kinds;
    private readonly string? _tag;

    private QuoteSubset(string name, Func<QuoteKind, bool>? kinds, string? tag = null) => (Name, _kinds, _tag) = (name, kinds, tag);

    /// <summary>All quotes.</summary>
    public static QuoteSubset All { get; } = new("all", null);

    /// <summary>All words inside quotation marks.</summary>
    public static QuoteSubset Direct { get; } = new("direct", kind => kind == QuoteKind.Direct);

    /// <summary>Some words inside quotation marks.</summary>
    public static QuoteSubset Mixed { get; } = new("mixed", kind => kind == QuoteKind.Mixed);

    /// <summary>Direct or mixed.</summary>
    public static QuoteSubset Quoted { get; } = new("quoted", kind => kind != QuoteKind.Indirect);

    /// <summary>No words inside quotation marks.</summary>
    public static QuoteSubset Indirect { get; } = new("indirect", kind => kind == QuoteKind.Indirect);

    /// <summary>What the subset is called.</summary>
    public string Name { get; }

    /// <summary>Gold quotes that carry a tag.</summary>
    /// <exception cref="ArgumentException"><paramref name="tag"/> is null or empty.</exception>
    public static QuoteSubset Tagged(string tag)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        return new QuoteSubset("tag:" + tag, null, tag);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal bool IsAll => _kinds is null && _tag is null;

    internal bool HasGold(ScoredAttribution gold) => _tag is null ? _kinds!(gold.Kind) : gold.Tags?.Contains(_tag) == true;

    internal bool HasUnaligned(ScoredAttribution system) =>
        _tag is null ? _kinds!(system.Kind) : system.Tags is not { } tags || tags.Contains(_tag);
}
