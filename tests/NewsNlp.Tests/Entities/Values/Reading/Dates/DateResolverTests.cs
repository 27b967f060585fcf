using NewsNlp.Documents.Values;
using NewsNlp.Entities.Values.Reading.Dates;

namespace NewsNlp.Tests.Entities.Values.Reading.Dates;

/// <summary>
/// Which of the dates that come round again is meant, seen from each day of three years: what lies behind is the latest one that has
/// begun, what lies ahead the first one that is not over, and else the nearest.
/// </summary>
public class DateResolverTests
{
    private static readonly DateOnly[] Today = [.. Enumerable.Range(0, 3 * 365 + 1).Select(new DateOnly(2022, 1, 1).AddDays)];

    [Fact]
    public void A_month_behind_has_begun_and_one_ahead_is_not_over() => Assert.All(Today, today =>
    {
        for (int month = 1; month <= 12; month++)
        {
            var parts = new DateParts { Month = month };
            var years = Enumerable.Range(today.Year - 2, 5).Select(year => Calendar.Month(year, month)!).ToList();
            Assert.Equal(years.Last(value => value.First <= today), Resolve(parts, today, DateTense.Behind));
            Assert.Equal(years.First(value => value.Last >= today), Resolve(parts, today, DateTense.Ahead));
            Assert.Equal(years.Last(value => value.Last < FirstOfMonth(today)), Resolve(parts with { Relation = DateRelation.Previous }, today));
            Assert.Equal(years.First(value => value.First > LastOfMonth(today)), Resolve(parts with { Relation = DateRelation.Next }, today));
            Assert.Equal(years[2], Resolve(parts with { Relation = DateRelation.This }, today));
            Assert.Equal(years.MinBy(value => (Months(value, today), value.First!.Value.Year != today.Year)), Resolve(parts, today));
        }
    });

    [Fact]
    public void A_weekday_is_the_latest_or_the_coming_one() => Assert.All(Today, today =>
    {
        for (int weekday = 1; weekday <= 7; weekday++)
        {
            var parts = new DateParts { Weekday = weekday };
            var days = Enumerable.Range(-14, 29).Select(today.AddDays).Where(day => Calendar.WeekdayOf(day) == weekday).ToList();
            var monday = Calendar.MondayOf(today);
            Assert.Equal(days.Last(day => day <= today), Day(parts, today, DateTense.Behind));
            Assert.Equal(days.Last(day => day <= today), Day(parts, today));
            Assert.Equal(days.First(day => day >= today), Day(parts, today, DateTense.Ahead));
            Assert.Equal(days.Last(day => day < today), Day(parts with { Relation = DateRelation.Previous }, today));
            Assert.Equal(days.Single(day => Calendar.MondayOf(day) == monday), Day(parts with { Relation = DateRelation.This }, today));
            Assert.Equal(days.Single(day => Calendar.MondayOf(day) == monday.AddDays(7)), Day(parts with { Relation = DateRelation.Next }, today));
            Assert.Equal(
                days.Single(day => Calendar.MondayOf(day) == monday.AddDays(-7)),
                Day(parts with { Period = DateGranularity.Week, Relation = DateRelation.Previous }, today));
            Assert.Null(Resolve(parts with { Month = 5 }, today));
            Assert.Null(Resolve(parts with { Year = 2022 }, today));
            Assert.Null(Resolve(parts with { Period = DateGranularity.Month }, today));
        }
    });

    [Theory]
    [InlineData(1, 1)]
    [InlineData(6, 30)]
    [InlineData(7, 1)]
    [InlineData(12, 31)]
    public void A_day_of_the_year_is_the_latest_the_next_or_the_nearest(int month, int number) => Assert.All(Today, today =>
    {
        var parts = new DateParts { Month = month, Day = number };
        var days = Enumerable.Range(today.Year - 2, 5).Select(year => new DateOnly(year, month, number)).ToList();
        Assert.Equal(days.Last(day => day <= today), Day(parts, today, DateTense.Behind));
        Assert.Equal(days.First(day => day >= today), Day(parts, today, DateTense.Ahead));
        Assert.Equal(days.Last(day => day < today), Day(parts with { Relation = DateRelation.Previous }, today));
        Assert.Equal(days.First(day => day > today), Day(parts with { Relation = DateRelation.Next }, today));
        Assert.Equal(days.MinBy(day => (Distance(day, today), day.Year != today.Year)), Day(parts, today));
        Assert.Equal(days[0], Day(parts with { Year = today.Year - 2 }, today));
    });

    [Fact]
    public void A_leap_day_is_the_nearest() => Assert.All(Enumerable.Range(2020, 90), year =>
        Assert.Equal(
            Enumerable.Range(year - 4, 9).Where(DateTime.IsLeapYear).MinBy(other => (Math.Abs(other - year), other)),
            Day(new DateParts { Month = 2, Day = 29 }, new DateOnly(year, 6, 1)).Year));

    [Fact]
    public void A_day_with_its_weekday_is_the_nearest_that_falls_on_it() => Assert.All(Today, today =>
    {
        for (int weekday = 1; weekday <= 7; weekday++)
        {
            var days = Enumerable.Range(today.Year - 6, 13).Select(year => new DateOnly(year, 10, 18)).Where(day => Calendar.WeekdayOf(day) == weekday);
            Assert.Equal(days.MinBy(day => Distance(day, today)), Day(new DateParts { Month = 10, Day = 18, Weekday = weekday }, today));
        }
    });

    [Fact]
    public void A_day_of_the_month_lies_in_the_month_before_this_one_or_the_next() => Assert.All(Today, today =>
    {
        for (int number = 1; number <= 31; number++)
        {
            var parts = new DateParts { Day = number };
            Assert.Equal(InMonth(today, number > today.Day ? -1 : 0, number), Resolve(parts, today, DateTense.Behind)?.First);
            Assert.Equal(InMonth(today, number < today.Day ? 1 : 0, number), Resolve(parts, today, DateTense.Ahead)?.First);
            Assert.Equal(InMonth(today, 0, number), Resolve(parts, today)?.First);
        }
    });

    [Fact]
    public void A_quarter_and_a_half_have_begun_unless_they_lie_ahead() => Assert.All(Today, today =>
    {
        for (int part = 1; part <= 4; part++)
        {
            var quarters = Enumerable.Range(today.Year - 1, 3).Select(year => Calendar.Quarter(year, part)!).ToList();
            Assert.Equal(quarters.Last(value => value.First <= today), Resolve(new DateParts { Quarter = part }, today));
            Assert.Equal(quarters.First(value => value.Last >= today), Resolve(new DateParts { Quarter = part }, today, DateTense.Ahead));
            if (part > 2) continue;
            var halves = Enumerable.Range(today.Year - 1, 3).Select(year => Calendar.HalfYear(year, part)!).ToList();
            Assert.Equal(halves.Last(value => value.First <= today), Resolve(new DateParts { Half = part }, today));
            Assert.Equal(halves.First(value => value.Last >= today), Resolve(new DateParts { Half = part }, today, DateTense.Ahead));
        }
    });

    /// <summary>Spring is 21 and starts in March; winter, 24, starts in December.</summary>
    [Fact]
    public void A_season_is_the_one_that_has_begun_or_is_not_over() => Assert.All(Today, today =>
    {
        for (int season = 21; season <= 24; season++)
        {
            int start = 3 * (season - 20);
            bool begun = today.Month >= start, over = today.Month >= start + 3;
            var parts = new DateParts { Season = season };
            Assert.Equal(begun ? today.Year : today.Year - 1, SeasonYear(parts, today, DateTense.Behind));
            Assert.Equal(over ? today.Year + 1 : today.Year, SeasonYear(parts, today, DateTense.Ahead));
            Assert.Equal(over ? today.Year : today.Year - 1, SeasonYear(parts with { Relation = DateRelation.Previous }, today));
            Assert.Equal(begun ? today.Year + 1 : today.Year, SeasonYear(parts with { Relation = DateRelation.Next }, today));
            Assert.Equal(today.Year, SeasonYear(parts with { Relation = DateRelation.This }, today));
            Assert.Equal(start > today.Month + 6 ? today.Year - 1 : today.Year, SeasonYear(parts, today));
        }
    });

    [Fact]
    public void A_holiday_is_the_latest_the_next_or_the_nearest() => Assert.All(Today, today =>
    {
        var easter = new Holiday(HolidayRule.Easter, 0, 0, 0);
        var parts = new DateParts { Holiday = easter };
        var days = Enumerable.Range(today.Year - 2, 5).Select(easter.In).ToList();
        Assert.Equal(days.Last(day => day <= today), Day(parts, today, DateTense.Behind));
        Assert.Equal(days.First(day => day >= today), Day(parts, today, DateTense.Ahead));
        Assert.Equal(days.Last(day => day < today), Day(parts with { Relation = DateRelation.Previous }, today));
        Assert.Equal(days.First(day => day > today), Day(parts with { Relation = DateRelation.Next }, today));
        Assert.Equal(days.MinBy(day => Distance(day, today)), Day(parts, today));
        Assert.Equal(days[2], Day(parts with { Relation = DateRelation.This }, today));
        Assert.Equal(days[0], Day(parts with { Year = today.Year - 2 }, today));
    });

    [Fact]
    public void A_weekend_by_itself_is_the_latest_or_the_coming_one() => Assert.All(Today, today =>
    {
        var parts = new DateParts { Period = DateGranularity.Weekend };
        var monday = Calendar.MondayOf(today);
        var latest = Calendar.WeekdayOf(today) > 5 ? monday : monday.AddDays(-7);
        Assert.Equal(Calendar.Weekend(latest), Resolve(parts, today));
        Assert.Equal(Calendar.Weekend(monday), Resolve(parts, today, DateTense.Ahead));
        Assert.Equal(Calendar.Weekend(monday), Resolve(parts with { Relation = DateRelation.This }, today));
        Assert.Equal(Calendar.Weekend(monday.AddDays(-7)), Resolve(parts with { Relation = DateRelation.Previous }, today));
        Assert.Equal(Calendar.Weekend(monday.AddDays(7)), Resolve(parts with { Relation = DateRelation.Next }, today));
    });

    private static DateValue? Resolve(DateParts parts, DateOnly today, DateTense tense = DateTense.Unknown) => new DateResolver(today, tense).Resolve(parts);

    private static DateOnly Day(DateParts parts, DateOnly today, DateTense tense = DateTense.Unknown) => Resolve(parts, today, tense)!.First!.Value;

    private static int SeasonYear(DateParts parts, DateOnly today, DateTense tense = DateTense.Unknown)
    {
        var value = Resolve(parts, today, tense)!;
        return Enumerable.Range(today.Year - 1, 3).Single(year => Calendar.Season(year, parts.Season!.Value) == value);
    }

    private static DateOnly? InMonth(DateOnly today, int months, int day)
    {
        var month = FirstOfMonth(today).AddMonths(months);
        return Calendar.DayOf(month.Year, month.Month, day);
    }

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly LastOfMonth(DateOnly day) => FirstOfMonth(day).AddMonths(1).AddDays(-1);

    private static int Months(DateValue month, DateOnly today) =>
        Math.Abs((month.First!.Value.Year - today.Year) * 12 + month.First.Value.Month - today.Month);

    private static int Distance(DateOnly one, DateOnly other) => Math.Abs(one.DayNumber - other.DayNumber);
}
