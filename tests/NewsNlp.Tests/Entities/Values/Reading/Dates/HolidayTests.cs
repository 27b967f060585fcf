using NewsNlp.Entities.Values.Reading.Dates;
using static System.Globalization.CultureInfo;

namespace NewsNlp.Tests.Entities.Values.Reading.Dates;

/// <summary>Days with a name in years whose calendars are known.</summary>
public class HolidayTests
{
    private static readonly string[] Easters =
    [
        "1818-03-22", "1886-04-25", "1913-03-23", "1943-04-25", "1954-04-18", "1961-04-02", "1981-04-19", "2000-04-23", "2001-04-15", "2002-03-31",
        "2003-04-20", "2004-04-11", "2005-03-27", "2006-04-16", "2007-04-08", "2008-03-23", "2009-04-12", "2010-04-04", "2011-04-24", "2012-04-08",
        "2013-03-31", "2014-04-20", "2015-04-05", "2016-03-27", "2017-04-16", "2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17",
        "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2030-04-21", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22",
    ];

    [Fact]
    public void Easter_falls_where_the_church_has_it() =>
        Assert.All(Easters, day => Assert.Equal(day, In(new Holiday(HolidayRule.Easter, 0, 0, 0), int.Parse(day.AsSpan(0, 4), InvariantCulture))));

    [Theory]
    [InlineData(11, 4, 4, 0, "2023-11-23")]
    [InlineData(11, 4, 4, 1, "2023-11-24")]
    [InlineData(11, 4, 4, 0, "2024-11-28")]
    [InlineData(5, 1, 1, 0, "2023-05-01")]
    [InlineData(5, 1, 9, 0, "2023-05-29")]
    [InlineData(5, 1, 9, 0, "2022-05-30")]
    [InlineData(5, 1, 9, -2, "2023-05-27")]
    [InlineData(1, 1, 3, 0, "2024-01-15")]
    [InlineData(10, 7, 9, 0, "2023-10-29")]
    public void Weekdays_are_counted_within_their_month(int month, int weekday, int number, int shift, string day) =>
        Assert.Equal(day, In(new Holiday(HolidayRule.Weekday, month, weekday, number, shift), int.Parse(day.AsSpan(0, 4), InvariantCulture)));

    [Fact]
    public void Other_days_stay_where_they_are() =>
        Assert.Equal(("2023-12-25", "2023-05-28"), (In(new Holiday(HolidayRule.Fixed, 12, 25, 0), 2023), In(new Holiday(HolidayRule.Easter, 0, 49, 0), 2023)));

    private static string In(Holiday holiday, int year) => holiday.In(year).ToString("O", InvariantCulture);
}
