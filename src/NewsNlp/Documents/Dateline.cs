namespace NewsNlp.Documents;

/// <summary>Where, when and for whom an article was written, as its dateline says: <c>PORT ALDER, Estmark, Oct. 18 (AP) —</c>.</summary>
/// <param name="Place">The place in the dateline's own words, "PORT ALDER, Estmark"; null where it has none.</param>
/// <param name="Agency">The agency, "AP"; null where it has none.</param>
/// <param name="Date">The date in the dateline's own words, "Oct. 18"; null where it has none.</param>
/// <param name="Day">
/// The day that <paramref name="Date"/> says. Where it has no year, the year is the one that brings it closest to
/// <see cref="DocumentMetadata.Published"/>; null where that is unknown, too, or where the words give no day and month.
/// </param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed record Dateline(string? Place, string? Agency = null, string? Date = null, DateOnly? Day = null);
