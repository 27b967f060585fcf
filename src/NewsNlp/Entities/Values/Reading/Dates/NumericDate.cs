using System.Globalization;
using NewsNlp.Documents.Values;

namespace NewsNlp.Entities.Values.Reading.Dates;

/// <summary>Reads dates that are digits and marks: <c>2023-10-18</c>, <c>18.10.2023</c>, <c>10/18/2023</c>, <c>10/18</c>.</summary>
/// <remarks>With slashes, month and day stand as in the United States unless the first number can be no month.</remarks>
internal static class NumericDate
{
    private const int Months = 12, YearDigits = 4, Century = 2000;

    /// <summary>Reads the date at a piece; gives the piece behind it, or -1 where there is none.</summary>
    public static int Read(in ValueText text, int at, int end, ref DateParts parts)
    {
        Span<int> numbers = stackalloc int[3];
        var form = text.Form(at);
        if (form.Contains('.')) return Split(form, '.', numbers) == 3 && Set(ref parts, numbers[2], numbers[1], numbers[0]) ? at + 1 : -1;
        char mark = text[at + 1].First;
        if (text[at + 1].Type != ValuePieceType.Mark || mark is not ('/' or '-') || !text[at + 1].Glued) return -1;
        int count = 0, next = at;
        while (count < 3 && next < end && Number(text.Form(next)) is { } number)
        {
            numbers[count++] = number;
            next++;
            if (next + 1 >= end || !text[next].Is(mark) || !text[next].Glued || !text[next + 1].Glued) break;
            if (count < 3) next++;
        }

        if (mark == '-') return count == 3 && form.Length == YearDigits && Set(ref parts, numbers[0], numbers[1], numbers[2]) ? next : -1;
        if (form.Length == YearDigits) return count == 3 && Set(ref parts, numbers[0], numbers[1], numbers[2]) ? next : -1;
        if (count < 2) return -1;
        var (month, day) = numbers[0] > Months ? (numbers[1], numbers[0]) : (numbers[0], numbers[1]);
        return Set(ref parts, count == 3 ? numbers[2] : null, month, day) ? next : -1;
    }

    /// <summary>Reads two years with a slash between them, as seasons and budgets have: <c>2021/22</c>; null where there are none.</summary>
    public static DateValue? ReadYears(in ValueText text)
    {
        for (int at = text.First; at + 2 < text.End; at++)
        {
            if (!text[at + 1].Is('/') || text.Form(at).Length != YearDigits || Number(text.Form(at)) is not { } year) continue;
            var form = text.Form(at + 2);
            bool isNext = form.Length is 2 or YearDigits && Number(form) == (form.Length == 2 ? (year + 1) % 100 : year + 1);
            return isNext && !text[at + 3].Is('/') && Calendar.Year(year) is { } first && Calendar.Year(year + 1) is { } last ? Calendar.Range(first, last) : null;
        }

        return null;
    }

    private static bool Set(ref DateParts parts, int? year, int month, int day)
    {
        if (year < 100) year += Century;
        if (Calendar.DayOf(year ?? Century, month, day) is null) return false;
        parts.Year = year;
        parts.Month = month;
        parts.Day = day;
        return true;
    }

    private static int Split(ReadOnlySpan<char> form, char mark, Span<int> numbers)
    {
        int count = 0;
        foreach (var range in form.Split(mark))
        {
            if (count == numbers.Length || Number(form[range]) is not { } number) return 0;
            numbers[count++] = number;
        }

        return count;
    }

    private static int? Number(ReadOnlySpan<char> form) =>
        form.Length is > 0 and <= YearDigits && int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
