using System.Globalization;
using NewsNlp.Documents;

namespace NewsNlp.Structure;

/// <summary>Reads place, agency and date from the text of a dateline.</summary>
internal static class DatelineReader
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>What a dateline says; null where it has neither place nor agency.</summary>
    /// <param name="text">The dateline, with or without its dash.</param>
    /// <param name="published">The day of publication, which tells the year; null where unknown.</param>
    public static Dateline? Read(ReadOnlySpan<char> text, DateOnly? published)
    {
        var parts = new DatelineParts(text.Trim(" \t\u00A0-–—―:|"));
        return parts.IsValid && (parts.HasPlace || parts.HasAgency)
            ? new Dateline(TextOf(parts.FullPlace), TextOf(parts.Agency), TextOf(parts.Date), ReadDay(parts.Date, published))
            : null;
    }

    private static string? TextOf(ReadOnlySpan<char> part) => part.IsEmpty ? null : part.ToString();

    /// <summary><c>Oct. 18</c>, <c>18 October 2023</c>, <c>May 6 2022</c>; null for anything else.</summary>
    private static DateOnly? ReadDay(ReadOnlySpan<char> date, DateOnly? published)
    {
        int day = 0, month = 0, year = 0;
        for (var i = 0; i < date.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(date[i]))
            {
                while (i < date.Length && char.IsAsciiDigit(date[i]))
                {
                    i++;
                }

                var number = i - start <= 4 ? int.Parse(date[start..i], CultureInfo.InvariantCulture) : 0;
                year = i - start == 4 ? number : year;
                day = i - start <= 2 ? number : day;
            }
            else if (char.IsLetter(date[i]))
            {
                while (i < date.Length && char.IsLetter(date[i]))
                {
                    i++;
                }

                month = month == 0 ? MonthOf(date[start..i]) : month;
            }
            else
            {
                i++;
            }
        }

        if (year == 0 && published is { } known && month > 0)
        {
            // A dateline is of the days before publication, and may cross the new year.
            year = month > known.Month + 6 ? known.Year - 1 : month < known.Month - 6 ? known.Year + 1 : known.Year;
        }

        return year is > 1600 and < 2400 && month > 0 && day > 0 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int MonthOf(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < Months.Length && word.Length >= 3; i++)
        {
            if (word.StartsWith(Months[i], StringComparison.OrdinalIgnoreCase))
            {
                return i + 1;
            }
        }

        return 0;
    }
}
