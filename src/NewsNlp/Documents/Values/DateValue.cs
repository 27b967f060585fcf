namespace NewsNlp.Documents.Values;

/// <summary>
/// A date, a partial date or a range of dates: "18 October 2023", "September", "last Friday", "the 1990s", "2017 to 2021". Expressions
/// that count from the day of writing are read against the day of publication, see <see cref="DocumentMetadata.Published"/>.
/// </summary>
/// <param name="Iso">
/// The date in ISO 8601: <c>2023-10-18</c>, <c>2023-10</c>, <c>2023</c>, <c>2023-W42</c>, a range <c>2017/2021</c>. Digits that are
/// not known are <c>X</c>, as in ISO 8601-2 (<c>199X</c>, <c>18XX</c>, <c>XXXX-10-18</c>), and so are its numbers of seasons (21 to
/// 24: <c>2023-22</c>), of quarters (33 to 36) and of halves of a year (40 and 41). A weekday of no known week is <c>XXXX-WXX-3</c>,
/// as in TimeML.
/// </param>
/// <param name="Granularity">How exactly the expression names it; of a range, its ends.</param>
/// <param name="First">The first day; null where the year is not known, and of seasons.</param>
/// <param name="Last">The last day, included; null where <see cref="First"/> is.</param>
/// <param name="Part">Which part of the period it means; <see cref="Iso"/> and the days are those of the whole period.</param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed record DateValue(
    string Iso, DateGranularity Granularity, DateOnly? First, DateOnly? Last, DatePart Part = DatePart.Whole) : MentionValue;
