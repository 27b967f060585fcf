namespace NewsNlp.Documents;

/// <summary>Who wrote an article, as its byline says: <c>By Ann Lee and Bo Ray, Political correspondent</c>.</summary>
/// <param name="authors">The writers' names, in the byline's order; names in capitals are given as names are written.</param>
/// <param name="role">What they do, "Political correspondent"; null where the byline does not say.</param>
/// <param name="organization">For whom they write, "BBC News"; null where the byline does not say.</param>
/// <param name="place">Where they write from, "Nairobi"; null where the byline does not say.</param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed class Byline(IEnumerable<string> authors, string? role = null, string? organization = null, string? place = null)
{
    private readonly string[] _authors = [.. authors];

    /// <summary>The writers' names, in the byline's order; empty where it names an organization only.</summary>
    public IReadOnlyList<string> Authors => _authors.AsReadOnly();

    /// <summary>What they do: "Political correspondent"; null where the byline does not say.</summary>
    public string? Role { get; } = role;

    /// <summary>For whom they write: "BBC News"; null where the byline does not say.</summary>
    public string? Organization { get; } = organization;

    /// <summary>Where they write from: "Nairobi"; null where the byline does not say.</summary>
    public string? Place { get; } = place;

    /// <summary>The writers' names, with commas; else the organization.</summary>
    public override string ToString() => _authors.Length > 0 ? string.Join(", ", _authors) : Organization ?? "";
}
