namespace NewsNlp.Entities.Values.Reading.Dates;

/// <summary>How the day of a holiday is found in a year.</summary>
internal enum HolidayRule : byte
{
    /// <summary>The same date every year.</summary>
    Fixed,

    /// <summary>A weekday of a month by number: the fourth Thursday of November.</summary>
    Weekday,

    /// <summary>Days from Easter Sunday.</summary>
    Easter,
}

/// <summary>A day with a name.</summary>
/// <param name="Rule">How it is found.</param>
/// <param name="Month">The month; 0 beside Easter.</param>
/// <param name="Day">The day, the ISO weekday, or the distance from Easter.</param>
/// <param name="Number">Which weekday of the month; 9 is the last one.</param>
/// <param name="Shift">Days from there.</param>
/// <param name="IsNational">Whether other countries have a day of this name on another date.</param>
internal readonly record struct Holiday(HolidayRule Rule, int Month, int Day, int Number, int Shift = 0, bool IsNational = false)
{
    private const int Last = 9, Week = 7;

    /// <summary>The day in a year.</summary>
    public DateOnly In(int year)
    {
        if (Rule == HolidayRule.Fixed) return new DateOnly(year, Month, Day);
        if (Rule == HolidayRule.Easter) return Easter(year).AddDays(Day);
        var first = new DateOnly(year, Month, 1);
        var day = first.AddDays((Day - Calendar.WeekdayOf(first) + Week) % Week);
        if (Number < Last) return day.AddDays((Number - 1) * Week + Shift);
        while (day.AddDays(Week).Month == Month) day = day.AddDays(Week);
        return day.AddDays(Shift);
    }

    /// <summary>Easter Sunday of the Gregorian calendar, by the computus of Meeus, Jones and Butcher.</summary>
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int days = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
        return new DateOnly(year, days / 31, days % 31 + 1);
    }
}
