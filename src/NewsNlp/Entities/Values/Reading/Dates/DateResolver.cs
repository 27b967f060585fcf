using System.Globalization;
using NewsNlp.Documents.Values;

namespace NewsNlp.Entities.Values.Reading.Dates;

/// <summary>Finds in the calendar what a date's words say, seen from the day of writing.</summary>
/// <param name="published">The day of writing; null where unknown, and then only what needs none is found.</param>
/// <param name="tense">Whether the date lies behind or ahead; decides between dates that come round again.</param>
internal readonly struct DateResolver(DateOnly? published, DateTense tense)
{
    private const int Week = 7, Months = 12, FirstSeason = 21, LeapYear = 2024;

    /// <summary>The date, or null where the words do not tell.</summary>
    public DateValue? Resolve(DateParts parts)
    {
        if (parts is { HasSide: true, Relation: DateRelation.None })
        {
            // "earlier in the week" is this week; "two years earlier" counts from a day that the text has elsewhere.
            if (parts.Count is not null) return null;
            if (parts.Period is not null) parts.Relation = DateRelation.This;
        }

        var value = Find(parts);
        return value is null || parts.Part == DatePart.Whole || value.Granularity == DateGranularity.Day ? value : value with { Part = parts.Part };
    }

    private DateValue? Find(DateParts parts)
    {
        if (parts is { Count: { } months, Period: DateGranularity.Month, Relation: DateRelation.Previous, Year: { } ofYear }) return Calendar.MonthsOf(ofYear, 13 - months, months);
        if (parts.Count is { } count) return parts.Period is { } counted ? Counted(parts, counted, count) : null;
        parts.Year ??= parts.Period == DateGranularity.Year ? YearOf(parts.Relation) : null;
        if (parts.FirstMonths is { } first) return parts.Year is { } begun ? Calendar.MonthsOf(begun, 1, first) : null;
        if (parts.Holiday is { } holiday) return OnHoliday(holiday, parts);
        if (parts.Offset is { } offset) return published is { } day ? Calendar.Day(day.AddDays(offset)) : null;
        if (parts is { Month: { } month, Day: { } number }) return OnDate(parts, month, number);
        if (parts.Weekday is { } weekday) return OnWeekday(parts, weekday);
        if (parts.Day is { } only) return OnDayOfMonth(only);
        if (parts.Month is { } named) return InMonth(parts, named);
        if (parts.Season is { } season) return InSeason(parts, season);
        if (parts.Quarter is { } quarter) return InQuarter(parts, quarter);
        if (parts.Half is { } half) return InHalf(parts, half);
        if (parts.Decade is { } decade) return Calendar.Decade(decade);
        if (parts.Century is { } century) return Calendar.Century(century);
        if (parts is { Period: DateGranularity.Quarter, Relation: DateRelation.Previous, Year: { } ended }) return Calendar.Quarter(ended, 4);
        if (parts.Period is { } period && period != DateGranularity.Year) return parts.Year is null ? InPeriod(parts, period) : null;
        if (parts is { Period: DateGranularity.Year, IsRolling: true }) return InPeriod(parts, DateGranularity.Year);
        return parts.Year is { } year ? Calendar.Year(year) : parts.Period is { } whole ? InPeriod(parts, whole) : null;
    }

    /// <summary>last year, this year, the year, next year.</summary>
    private int? YearOf(DateRelation relation) => relation switch
    {
        DateRelation.Previous => published?.Year - 1,
        DateRelation.Next => published?.Year + 1,
        _ => published?.Year,
    };

    private DateValue? Counted(DateParts parts, DateGranularity period, int count)
    {
        if (published is not { } today) return null;
        bool behind = parts.IsAgo || parts.Relation == DateRelation.Previous, ahead = parts.IsHence || parts.Relation == DateRelation.Next;
        if (behind == ahead || Calendar.Shift(today, period, behind ? -count : count) is not { } day) return null;
        if (parts.Relation == DateRelation.Previous) return Calendar.Days(day, today);
        if (parts.Relation == DateRelation.Next) return Calendar.Days(today, day);

        // "a decade ago" is a year, not ten.
        return Calendar.Around(day, period is DateGranularity.Decade or DateGranularity.Century ? DateGranularity.Year : period);
    }

    private DateValue? OnHoliday(Holiday holiday, DateParts parts)
    {
        if (parts.Year is { } year) return year is > 0 and < 9999 ? Calendar.Day(holiday.In(year)) : null;
        if (published is not { } today) return null;
        if (parts.Relation == DateRelation.This) return Calendar.Day(holiday.In(today.Year));
        var days = (Before: holiday.In(today.Year - 1), At: holiday.In(today.Year), After: holiday.In(today.Year + 1));
        return Calendar.Day(Pick(parts.Relation, days, today));
    }

    /// <summary>One of three days that are a year apart.</summary>
    private DateOnly Pick(DateRelation relation, (DateOnly Before, DateOnly At, DateOnly After) days, DateOnly today)
    {
        if (relation == DateRelation.Previous) return days.At < today ? days.At : days.Before;
        if (relation == DateRelation.Next) return days.At > today ? days.At : days.After;
        if (tense == DateTense.Behind) return days.At <= today ? days.At : days.Before;
        if (tense == DateTense.Ahead) return days.At >= today ? days.At : days.After;
        var nearest = days.At;
        if (Distance(days.Before, today) < Distance(nearest, today)) nearest = days.Before;
        return Distance(days.After, today) < Distance(nearest, today) ? days.After : nearest;
    }

    private static int Distance(DateOnly one, DateOnly other) => Math.Abs(one.DayNumber - other.DayNumber);

    private DateValue? OnDate(DateParts parts, int month, int day)
    {
        if (parts.Year is { } year) return Calendar.DayOf(year, month, day) is { } known ? Calendar.Day(known) : null;
        if (Calendar.DayOf(LeapYear, month, day) is null) return null;
        if (published is not { } today)
            return new DateValue(string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}-{day:00}"), DateGranularity.Day, null, null);
        if (parts.Weekday is { } weekday && WithWeekday(month, day, weekday, today) is { } fitting) return Calendar.Day(fitting);
        return Calendar.DayOf(today.Year - 1, month, day) is { } before && Calendar.DayOf(today.Year, month, day) is { } at
            && Calendar.DayOf(today.Year + 1, month, day) is { } after
            ? Calendar.Day(Pick(parts.Relation, (before, at, after), today))
            : NearestLeapDay(month, day, today);
    }

    private static DateValue? NearestLeapDay(int month, int day, DateOnly today)
    {
        for (int distance = 0; distance <= 4; distance++)
        {
            if (Calendar.DayOf(today.Year - distance, month, day) is { } before) return Calendar.Day(before);
            if (Calendar.DayOf(today.Year + distance, month, day) is { } after) return Calendar.Day(after);
        }

        return null;
    }

    /// <summary>The date nearest to the day of writing that falls on a weekday.</summary>
    private static DateOnly? WithWeekday(int month, int day, int weekday, DateOnly today)
    {
        const int Years = 6;
        DateOnly? found = null;
        for (int year = today.Year - Years; year <= today.Year + Years; year++)
        {
            if (Calendar.DayOf(year, month, day) is { } date && Calendar.WeekdayOf(date) == weekday
                && (found is null || Distance(date, today) < Distance(found.Value, today))) found = date;
        }

        return found;
    }

    private DateValue? OnWeekday(DateParts parts, int weekday)
    {
        if (parts.Month is not null || parts.Year is not null) return null;
        if (published is not { } today)
            return new DateValue(string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{weekday}"), DateGranularity.Day, null, null);
        var monday = Calendar.MondayOf(today);
        if (parts.Period == DateGranularity.Week)
            return Calendar.Day(monday.AddDays(weekday - 1 + Week * Steps(parts.Relation)));
        if (parts.Period is not null) return null;
        if (parts.Relation == DateRelation.This) return Calendar.Day(monday.AddDays(weekday - 1));
        if (parts.Relation == DateRelation.Next) return Calendar.Day(monday.AddDays(weekday - 1 + Week));

        // The latest one up to today; "last Friday" is not today.
        int back = (Calendar.WeekdayOf(today) - weekday + Week) % Week;
        if (parts.Relation == DateRelation.Previous) return Calendar.Day(today.AddDays(back == 0 ? -Week : -back));
        return Calendar.Day(tense == DateTense.Ahead && back > 0 ? today.AddDays(Week - back) : today.AddDays(-back));
    }

    private static int Steps(DateRelation relation) => relation switch
    {
        DateRelation.Previous => -1,
        DateRelation.Next => 1,
        _ => 0,
    };

    private DateValue? OnDayOfMonth(int day)
    {
        if (published is not { } today) return null;
        int month = tense == DateTense.Behind && day > today.Day ? today.Month - 1
            : tense == DateTense.Ahead && day < today.Day ? today.Month + 1
            : today.Month;
        int year = today.Year + (month < 1 ? -1 : month > Months ? 1 : 0);
        return Calendar.DayOf(year, (month + Months - 1) % Months + 1, day) is { } known ? Calendar.Day(known) : null;
    }

    private DateValue? InMonth(DateParts parts, int month)
    {
        if (parts.Period is not (null or DateGranularity.Year)) return null;
        if (parts.Year is { } year) return Calendar.Month(year, month);
        if (published is not { } today)
            return new DateValue(string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}"), DateGranularity.Month, null, null);
        int ahead = month - today.Month;
        year = today.Year + parts.Relation switch
        {
            DateRelation.This => 0,
            DateRelation.Previous => ahead < 0 ? 0 : -1,
            DateRelation.Next => ahead > 0 ? 0 : 1,
            _ when tense == DateTense.Behind => ahead <= 0 ? 0 : -1,
            _ when tense == DateTense.Ahead => ahead >= 0 ? 0 : 1,
            _ => ahead > Months / 2 ? -1 : ahead < -Months / 2 ? 1 : 0,
        };
        return Calendar.Month(year, month);
    }

    private DateValue? InSeason(DateParts parts, int season)
    {
        if (parts.Year is { } year) return Calendar.Season(year, season);
        if (published is not { } today) return null;
        int start = 3 * (season - FirstSeason + 1);
        bool begun = today.Month >= start, over = today.Month >= start + 3;
        return Calendar.Season(
            today.Year + parts.Relation switch
            {
                DateRelation.This => 0,
                DateRelation.Previous => over ? 0 : -1,
                DateRelation.Next => begun ? 1 : 0,
                _ when tense == DateTense.Ahead => over ? 1 : 0,
                _ when tense == DateTense.Behind => begun ? 0 : -1,
                _ => start - today.Month > Months / 2 ? -1 : 0,
            },
            season);
    }

    private DateValue? InQuarter(DateParts parts, int quarter)
    {
        if (parts.Year is { } year) return Calendar.Quarter(year, quarter);
        if (published is not { } today) return null;
        int now = (today.Month - 1) / 3 + 1;
        return Calendar.Quarter(today.Year + (tense == DateTense.Ahead ? quarter < now ? 1 : 0 : quarter > now ? -1 : 0), quarter);
    }

    private DateValue? InHalf(DateParts parts, int half)
    {
        if (parts.Year is { } year) return Calendar.HalfYear(year, half);
        if (published is not { } today) return null;
        int now = (today.Month - 1) / 6 + 1;
        return Calendar.HalfYear(today.Year + (tense == DateTense.Ahead ? half < now ? 1 : 0 : half > now ? -1 : 0), half);
    }

    private DateValue? InPeriod(DateParts parts, DateGranularity period)
    {
        if (published is not { } today) return null;
        int steps = Steps(parts.Relation);
        if (parts.IsRolling) return Calendar.Shift(today, period, -1) is { } start ? Calendar.Days(start, today) : null;
        if (period == DateGranularity.Weekend) return Calendar.Weekend(WeekendWeek(parts.Relation, today));
        if (period == DateGranularity.Day && parts is not { Relation: DateRelation.This }) return null;
        return Calendar.Shift(today, period, steps) is { } day ? Calendar.Around(day, period) : null;
    }

    /// <summary>The Monday of the week whose weekend is meant; "the weekend" by itself is the latest, or the coming one.</summary>
    private DateOnly WeekendWeek(DateRelation relation, DateOnly today)
    {
        var monday = Calendar.MondayOf(today);
        if (relation != DateRelation.None) return monday.AddDays(Week * Steps(relation));
        return tense == DateTense.Ahead || Calendar.WeekdayOf(today) > 5 ? monday : monday.AddDays(-Week);
    }
}
