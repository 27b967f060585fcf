using System.Globalization;
using NewsNlp.Documents.Values;

namespace NewsNlp.Entities.Values.Reading.Dates;

/// <summary>Makes date values of days and periods of the calendar. Dates beyond the years 1 to 9999 are null.</summary>
internal static class Calendar
{
    private const int Week = 7, Saturday = 6, Months = 12, QuarterMonths = 3, HalfMonths = 6;
    private const int FirstQuarter = 33, FirstHalf = 40, LastYear = 9998;

    /// <summary>The weekday as ISO 8601 counts: 1 is Monday.</summary>
    public static int WeekdayOf(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? Week : (int)day.DayOfWeek;

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(1 - WeekdayOf(day));

    /// <summary>A day by its numbers; null where there is none such.</summary>
    public static DateOnly? DayOf(int year, int month, int day) =>
        year is >= 1 and <= LastYear && month is >= 1 and <= Months && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    public static DateValue Day(DateOnly day) => new(IsoOf(day), DateGranularity.Day, day, day);

    public static DateValue Days(DateOnly first, DateOnly last) =>
        new($"{IsoOf(first)}/{IsoOf(last)}", DateGranularity.Day, first, last);

    public static DateValue Weekend(DateOnly monday)
    {
        var saturday = monday.AddDays(Saturday - 1);
        return Days(saturday, saturday.AddDays(1)) with { Granularity = DateGranularity.Weekend };
    }

    public static DateValue WeekOf(DateOnly day)
    {
        var monday = MondayOf(day);
        var date = monday.ToDateTime(TimeOnly.MinValue);
        var iso = string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(date):0000}-W{ISOWeek.GetWeekOfYear(date):00}");
        return new DateValue(iso, DateGranularity.Week, monday, monday.AddDays(Week - 1));
    }

    /// <summary>A month; <paramref name="month"/> may lie outside 1 to 12 and is then counted on into other years.</summary>
    public static DateValue? Month(int year, int month) =>
        Span(year, month, 1, DateGranularity.Month, static (year, month) => $"{year:0000}-{month:00}");

    /// <summary>A run of a year's months; null where the year has no such run.</summary>
    public static DateValue? MonthsOf(int year, int first, int count) =>
        first >= 1 && count >= 1 && first + count <= Months + 1 && Month(year, first) is { } from && Month(year, first + count - 1) is { } to ? Range(from, to) : null;

    public static DateValue? Quarter(int year, int quarter) =>
        Span(year, (quarter - 1) * QuarterMonths + 1, QuarterMonths, DateGranularity.Quarter,
            static (year, month) => $"{year:0000}-{FirstQuarter + (month - 1) / QuarterMonths}");

    public static DateValue? HalfYear(int year, int half) =>
        Span(year, (half - 1) * HalfMonths + 1, HalfMonths, DateGranularity.HalfYear,
            static (year, month) => $"{year:0000}-{FirstHalf + (month - 1) / HalfMonths}");

    /// <summary>A season; it has no days, since those depend on the place.</summary>
    public static DateValue Season(int year, int season) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{season}"), DateGranularity.Season, null, null);

    public static DateValue? Year(int year) =>
        Span(year, 1, Months, DateGranularity.Year, static (year, _) => $"{year:0000}");

    public static DateValue? Decade(int decade) =>
        Span(decade * 10, 1, Months * 10, DateGranularity.Decade, static (year, _) => $"{year / 10:000}X");

    public static DateValue? Century(int century) =>
        Span(century * 100, 1, Months * 100, DateGranularity.Century, static (year, _) => $"{year / 100:00}XX");

    /// <summary>From one value's first day to another's last.</summary>
    public static DateValue Range(DateValue from, DateValue to) =>
        new($"{from.Iso}/{to.Iso}", from.Granularity, from.First, to.Last);

    /// <summary>A day so many periods away; null where that is beyond the calendar.</summary>
    public static DateOnly? Shift(DateOnly day, DateGranularity period, long count)
    {
        const long Longest = 9000;
        if (Math.Abs(count) > (period is DateGranularity.Day ? Longest * 365 : Longest)) return null;
        try
        {
            return period switch
            {
                DateGranularity.Day => day.AddDays((int)count),
                DateGranularity.Weekend or DateGranularity.Week => day.AddDays((int)count * Week),
                DateGranularity.Month => day.AddMonths((int)count),
                DateGranularity.Quarter => day.AddMonths((int)count * QuarterMonths),
                DateGranularity.Year => day.AddYears((int)count),
                DateGranularity.Decade => day.AddYears((int)count * 10),
                DateGranularity.Century => day.AddYears((int)count * 100),
                _ => null,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The period of the calendar that a day lies in.</summary>
    public static DateValue? Around(DateOnly day, DateGranularity period) => period switch
    {
        DateGranularity.Day => Day(day),
        DateGranularity.Weekend => Weekend(MondayOf(day)),
        DateGranularity.Week => WeekOf(day),
        DateGranularity.Month => Month(day.Year, day.Month),
        DateGranularity.Quarter => Quarter(day.Year, (day.Month - 1) / QuarterMonths + 1),
        DateGranularity.Year => Year(day.Year),
        DateGranularity.Decade => Decade(day.Year / 10),
        DateGranularity.Century => Century(day.Year / 100),
        _ => null,
    };

    private static string IsoOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateValue? Span(int year, int month, int months, DateGranularity granularity, Func<int, int, FormattableString> iso)
    {
        int count = year * Months + month - 1;
        (year, month) = (count / Months, count % Months + 1);
        int end = count + months;
        if (count < Months || end / Months > LastYear + 1) return null;
        var first = new DateOnly(year, month, 1);
        var last = new DateOnly(end / Months, end % Months + 1, 1).AddDays(-1);
        return new DateValue(FormattableString.Invariant(iso(year, month)), granularity, first, last);
    }
}
