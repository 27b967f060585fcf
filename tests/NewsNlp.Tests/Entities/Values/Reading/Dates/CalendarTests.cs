using NewsNlp.Documents.Values;
using NewsNlp.Entities.Values.Reading.Dates;
using static System.Globalization.CultureInfo;

namespace NewsNlp.Tests.Entities.Values.Reading.Dates;

/// <summary>Days and periods of the calendar, and where it ends.</summary>
public class CalendarTests
{
    private const int LastYear = 9998;

    [Theory]
    [InlineData(1, 1, 1, true)]
    [InlineData(LastYear, 12, 31, true)]
    [InlineData(0, 1, 1, false)]
    [InlineData(LastYear + 1, 1, 1, false)]
    [InlineData(2023, 0, 1, false)]
    [InlineData(2023, 13, 1, false)]
    [InlineData(2023, 6, 0, false)]
    [InlineData(2023, 6, 30, true)]
    [InlineData(2023, 6, 31, false)]
    [InlineData(2023, 2, 29, false)]
    [InlineData(2024, 2, 29, true)]
    public void A_day_is_one_of_its_month(int year, int month, int day, bool exists) =>
        Assert.Equal(exists ? new DateOnly(year, month, day) : (DateOnly?)null, Calendar.DayOf(year, month, day));

    [Theory]
    [InlineData(1, 12, "2022-01-01", "2022-12-31")]
    [InlineData(1, 1, "2022-01-01", "2022-01-31")]
    [InlineData(10, 3, "2022-10-01", "2022-12-31")]
    [InlineData(1, 13, null, null)]
    [InlineData(12, 2, null, null)]
    [InlineData(0, 3, null, null)]
    [InlineData(3, 0, null, null)]
    [InlineData(-1, -1, null, null)]
    public void A_run_of_months_lies_within_its_year(int first, int count, string? from, string? to) =>
        AssertDays(from, to, Calendar.MonthsOf(2022, first, count));

    [Theory]
    [InlineData(2022, 0, "2021-12-01", "2021-12-31")]
    [InlineData(2022, 13, "2023-01-01", "2023-01-31")]
    [InlineData(1, 1, "0001-01-01", "0001-01-31")]
    [InlineData(0, 12, null, null)]
    [InlineData(LastYear, 12, "9998-12-01", "9998-12-31")]
    [InlineData(LastYear + 1, 1, "9999-01-01", "9999-01-31")]
    [InlineData(LastYear + 1, 12, null, null)]
    [InlineData(LastYear + 2, 1, null, null)]
    public void Months_count_on_into_other_years_until_the_calendar_ends(int year, int month, string? from, string? to) =>
        AssertDays(from, to, Calendar.Month(year, month));

    [Fact]
    public void Periods_have_the_names_of_ISO_8601()
    {
        Assert.Equal("2022-W52", Calendar.WeekOf(new DateOnly(2023, 1, 1)).Iso);
        Assert.Equal("2023-W01", Calendar.WeekOf(new DateOnly(2023, 1, 2)).Iso);
        Assert.Equal(["2022-33", "2022-34", "2022-35", "2022-36"], Enumerable.Range(1, 4).Select(quarter => Calendar.Quarter(2022, quarter)!.Iso));
        Assert.Equal(["2022-40", "2022-41"], Enumerable.Range(1, 2).Select(half => Calendar.HalfYear(2022, half)!.Iso));
        Assert.Equal(("199X", "18XX"), (Calendar.Decade(199)!.Iso, Calendar.Century(18)!.Iso));
        AssertDays("2022-07-01", "2022-09-30", Calendar.Quarter(2022, 3));
        AssertDays("2022-07-01", "2022-12-31", Calendar.HalfYear(2022, 2));
        AssertDays("1990-01-01", "1999-12-31", Calendar.Decade(199));
        AssertDays("1800-01-01", "1899-12-31", Calendar.Century(18));
        AssertDays("2023-10-21", "2023-10-22", Calendar.Weekend(new DateOnly(2023, 10, 16)));
    }

    [Theory]
    [InlineData(DateGranularity.Day, 9000, "2048-06-10")]
    [InlineData(DateGranularity.Day, 9001, "2048-06-11")]
    [InlineData(DateGranularity.Week, -2, "2023-10-06")]
    [InlineData(DateGranularity.Month, -8, "2023-02-20")]
    [InlineData(DateGranularity.Quarter, 2, "2024-04-20")]
    [InlineData(DateGranularity.Year, 7000, "9023-10-20")]
    [InlineData(DateGranularity.Year, 9001, null)]
    [InlineData(DateGranularity.Year, -2022, "0001-10-20")]
    [InlineData(DateGranularity.Year, -2023, null)]
    [InlineData(DateGranularity.Decade, -20, "1823-10-20")]
    [InlineData(DateGranularity.Century, 20, "4023-10-20")]
    [InlineData(DateGranularity.Month, 9000, "2773-10-20")]
    [InlineData(DateGranularity.Month, 9001, null)]
    [InlineData(DateGranularity.Day, long.MaxValue, null)]
    [InlineData(DateGranularity.Season, 1, null)]
    public void A_day_so_many_periods_away_is_in_the_calendar_or_nowhere(DateGranularity period, long count, string? day) =>
        Assert.Equal(day is null ? (DateOnly?)null : DateOnly.ParseExact(day, "O", InvariantCulture), Calendar.Shift(new DateOnly(2023, 10, 20), period, count));

    private static void AssertDays(string? first, string? last, DateValue? value) =>
        Assert.Equal((first, last), (value?.First?.ToString("O", InvariantCulture), value?.Last?.ToString("O", InvariantCulture)));
}
