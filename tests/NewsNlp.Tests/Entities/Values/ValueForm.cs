using System.Globalization;
using NewsNlp.Documents.Values;

namespace NewsNlp.Tests.Entities.Values;

/// <summary>
/// Values written so that those of two systems can be compared: dates by their first and last days, whatever their notation, all others as
/// in <c>Gold/values.txt</c>.
/// </summary>
internal static class ValueForm
{
    /// <summary>The form of a value; null of none.</summary>
    public static string? Of(MentionValue? value) => value switch
    {
        DateValue { First: { } first, Last: { } last } => Days(first, last),
        DateValue date => date.Iso,
        MoneyValue money => $"{Amount(money.Amount, money.UpTo)} {money.Currency ?? "-"}",
        PercentValue percent => Amount(percent.Percent, percent.UpTo),
        QuantityValue quantity => $"{Amount(quantity.Amount, quantity.UpTo)} {quantity.Unit}",
        NumberValue number => Amount(number.Number, number.UpTo),
        OrdinalValue ordinal => Number(ordinal.Rank),
        TimeValue time => time.Time.ToString("HH:mm", CultureInfo.InvariantCulture) + (time.Zone is null ? "" : " " + time.Zone),
        _ => null,
    };

    /// <summary>The days of a date, both included.</summary>
    public static string Days(DateOnly first, DateOnly last) => string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd}..{last:yyyy-MM-dd}");

    /// <summary>A number without needless zeros, to four places.</summary>
    public static string Number(decimal number) => Math.Round(number, 4).ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>An amount as the gold writes it, without needless zeros.</summary>
    public static string Trim(string form) =>
        decimal.TryParse(form.Split(' ')[0], CultureInfo.InvariantCulture, out var number) ? Number(number) + form[form.Split(' ')[0].Length..] : form;

    /// <summary>The days of a date in ISO 8601; a season stays as it is.</summary>
    public static string OfIso(string iso)
    {
        var ends = iso.Split('/');
        var first = Bounds(ends[0]);
        if (first is not { } from) return iso;
        return Bounds(ends[^1]) is { } to ? Days(from.First, to.Last) : iso;
    }

    private static (DateOnly First, DateOnly Last)? Bounds(string iso)
    {
        if (iso.EndsWith("XX", StringComparison.Ordinal)) return Years(int.Parse(iso[..2], CultureInfo.InvariantCulture) * 100, 100);
        if (iso.EndsWith('X')) return Years(int.Parse(iso[..3], CultureInfo.InvariantCulture) * 10, 10);
        int year = int.Parse(iso[..4], CultureInfo.InvariantCulture);
        if (iso.Length == 4) return Years(year, 1);
        if (iso[5] == 'W')
        {
            var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, int.Parse(iso[6..], CultureInfo.InvariantCulture), DayOfWeek.Monday));
            return (monday, monday.AddDays(6));
        }

        int number = int.Parse(iso.AsSpan(5, 2), CultureInfo.InvariantCulture);
        if (iso.Length == 10)
        {
            var day = new DateOnly(year, number, int.Parse(iso.AsSpan(8), CultureInfo.InvariantCulture));
            return (day, day);
        }

        return number switch
        {
            <= 12 => Months(year, number, 1),
            < 33 => null,
            < 40 => Months(year, (number - 33) * 3 + 1, 3),
            _ => Months(year, (number - 40) * 6 + 1, 6),
        };
    }

    private static (DateOnly First, DateOnly Last) Years(int year, int count) => Months(year, 1, count * 12);

    private static (DateOnly First, DateOnly Last) Months(int year, int month, int count)
    {
        var first = new DateOnly(year, month, 1);
        return (first, first.AddMonths(count).AddDays(-1));
    }

    private static string Amount(decimal amount, decimal? upTo) => upTo is { } end ? $"{Number(amount)}..{Number(end)}" : Number(amount);
}
