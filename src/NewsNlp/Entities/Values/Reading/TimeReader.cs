using System.Globalization;
using NewsNlp.Documents.Values;

namespace NewsNlp.Entities.Values.Reading;

/// <summary>Reads times of day.</summary>
internal sealed class TimeReader(NumberReader numbers)
{
    private const int Noon = 12, Day = 24, HourMinutes = 60;

    /// <summary>Reads a mention; null where it is no time of day.</summary>
    public TimeValue? Read(in ValueText text)
    {
        for (int at = text.First; at < text.End; at++)
        {
            var piece = text[at];
            if (piece.Kind == ValueWordKind.Noon)
                return Make(text.Is(at, "midnight") ? 0 : Noon * HourMinutes, Zone(text, at + 1));
            if (piece.Kind is ValueWordKind.Half or ValueWordKind.Quarter && text[at + 1].Kind == ValueWordKind.Past
                && numbers.Read(text, at + 2) is { } past)
                return Clock(text, past.Value, piece.Kind == ValueWordKind.Half ? 30 : 15, past.Next);
            if (piece.Type == ValuePieceType.Digits)
            {
                var (hour, minute) = Parts(text.Form(at));
                return Clock(text, hour, minute, at + 1);
            }

            if (piece.Kind is ValueWordKind.Ones or ValueWordKind.Teens && numbers.Read(text, at) is { } word)
                return Clock(text, word.Value, 0, word.Next);
        }

        return null;
    }

    /// <summary>Hour and minute of <c>5:30</c>, <c>5.30</c>, <c>5</c>, <c>1730</c>; hour -1 where it is none.</summary>
    private static (int Hour, int Minute) Parts(ReadOnlySpan<char> digits)
    {
        int mark = digits.IndexOfAny(':', '.');
        if (mark < 0 && digits.Length == 4) return (Number(digits[..2]), Number(digits[2..]));
        if (mark < 0) return (Number(digits), 0);
        return digits.Length >= mark + 3 ? (Number(digits[..mark]), Number(digits.Slice(mark + 1, 2))) : (-1, 0);
    }

    private static int Number(ReadOnlySpan<char> digits) =>
        digits.Length is > 0 and <= 2 && digits.IndexOfAnyExceptInRange('0', '9') < 0 ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : -1;

    private static TimeValue? Clock(in ValueText text, decimal hour, int minute, int next)
    {
        if (hour is < 0 or > Day || minute is < 0 or >= HourMinutes) return null;
        while (text.Is(next, "o") || text[next].Kind == ValueWordKind.Clock || text[next].Is('\'') || text[next].Is('\u2019')) next++;
        int of = (int)hour;
        char half = Half(text, ref next);
        if (half == 'p' && of < Noon) of += Noon;
        if (half == 'a' && of == Noon) of = 0;
        if (of == Day && minute > 0) return null;
        return Make(of % Day * HourMinutes + minute, Zone(text, next));
    }

    /// <summary>Reads <c>am</c>, <c>p.m.</c>: 'a', 'p', or NUL where there is none.</summary>
    private static char Half(in ValueText text, ref int at)
    {
        char first = char.ToLowerInvariant(text[at].First);
        if (text[at].Kind == ValueWordKind.Meridiem)
        {
            at++;
            return first;
        }

        if (text[at].Length != 1 || first is not ('a' or 'p') || !text[at + 1].Is('.') || !text.Is(at + 2, "m")) return '\0';
        at += text[at + 3].Is('.') ? 4 : 3;
        return first;
    }

    private static string? Zone(in ValueText text, int at)
    {
        if (!text.Has(at)) return null;
        if (text.Is(at, "local")) return "local";
        return text[at].Kind == ValueWordKind.Zone ? text.Form(at).ToString() : null;
    }

    private static TimeValue Make(int minutes, string? zone) => new(new TimeOnly(minutes / HourMinutes, minutes % HourMinutes), zone);
}
