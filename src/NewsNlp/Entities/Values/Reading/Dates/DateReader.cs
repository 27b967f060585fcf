using NewsNlp.Documents.Values;

namespace NewsNlp.Entities.Values.Reading.Dates;

/// <summary>Reads dates, ranges of dates, and durations.</summary>
internal sealed class DateReader(DatePartsReader reader)
{
    /// <summary>Reads a mention; null where its words do not tell which date it is.</summary>
    /// <param name="text">The sentence and the mention.</param>
    /// <param name="published">The day of writing; null where unknown.</param>
    /// <param name="tense">Whether the date lies behind or ahead.</param>
    public MentionValue? Read(in ValueText text, DateOnly? published, DateTense tense)
    {
        var resolver = new DateResolver(published, tense);
        for (int link = text.First + 1; link < text.End - 1; link++)
        {
            if (!IsLink(text, link)) continue;
            var range = reader.Read(text, text.First, link) is { } from && reader.Read(text, link + 1, text.End) is { } to ? Join(from, to, resolver) : null;
            if (range is not null) return range;
        }

        if (NumericDate.ReadYears(text) is { } years) return years;
        if (reader.Read(text, text.First, text.End) is not { } parts) return null;
        return parts.IsDuration && parts.Period is { } period ? Duration(parts.Count!.Value, period) : resolver.Resolve(parts);
    }

    private static QuantityValue? Duration(int count, DateGranularity period) => period switch
    {
        DateGranularity.Day => new QuantityValue(count, "day"),
        DateGranularity.Week => new QuantityValue(count, "week"),
        DateGranularity.Month => new QuantityValue(count, "month"),
        DateGranularity.Quarter => new QuantityValue(count, "quarter"),
        DateGranularity.Year => new QuantityValue(count, "year"),
        DateGranularity.Decade => new QuantityValue(count, "decade"),
        DateGranularity.Century => new QuantityValue(count, "century"),
        _ => null,
    };

    private static bool IsLink(in ValueText text, int at)
    {
        if (text[at].IsDash && IsNumeric(text, at)) return false;
        if (text[at].IsDash) return text[at - 1].Type == ValuePieceType.Digits || text[at].First != '-' || char.IsUpper(text[at + 1].First);
        return text.Is(at, "to") || text.Is(at, "until") || text.Is(at, "through") || text.Is(at, "till")
            || text.Is(at, "and") && (text.Is(text.First, "between") || text.Is(text.First - 1, "between"));
    }

    /// <summary>Whether a hyphen stands in <c>2023-10-18</c>.</summary>
    private static bool IsNumeric(in ValueText text, int at) =>
        text[at - 1].Type == ValuePieceType.Digits && text[at + 1] is { Type: ValuePieceType.Digits, Length: 2 } && (text[at + 2].IsDash || text[at - 2].IsDash);

    private static DateValue? Join(DateParts from, DateParts to, DateResolver resolver)
    {
        if (from.Count is not null || to.Count is not null) return null;

        // "2017-21": the second year lacks its century.
        if (from is { Year: { } year, Day: null, Month: null } && to is { Day: { } digits, Month: null, Year: null })
            to = to with { Day = null, Year = year / 100 * 100 + digits };
        if (from is { Day: not null, Month: null }) from.Month = to.Month;
        if (to is { Day: not null, Month: null }) to.Month = from.Month;
        if (from.Month is not null && to.Month is not null)
        {
            from.Year ??= to.Year;
            to.Year ??= from is { Year: { } known } ? known + (to.Month < from.Month ? 1 : 0) : null;
        }

        if (resolver.Resolve(from) is not { } first || resolver.Resolve(to) is not { } last) return null;
        if (last.First < first.First) last = Later(to, resolver, last) ?? last;
        return last.First < first.First ? null : Calendar.Range(first, last);
    }

    /// <summary>The same weekday a week on, or the same date a year on.</summary>
    private static DateValue? Later(DateParts parts, DateResolver resolver, DateValue value) => parts switch
    {
        { Weekday: not null, Day: null } when value.First is { } day => Calendar.Day(day.AddDays(7)),
        { Month: not null, Year: null } when value.First is { } day => resolver.Resolve(parts with { Year = day.Year + 1 }),
        _ => null,
    };
}
