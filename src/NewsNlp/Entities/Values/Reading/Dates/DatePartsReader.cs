using NewsNlp.Documents.Values;

namespace NewsNlp.Entities.Values.Reading.Dates;

/// <summary>Gathers what the words of one date say.</summary>
internal sealed class DatePartsReader(NumberReader numbers, DateWords words, Holidays holidays)
{
    private const int Plural = 100, Fortnight = 20, LongestMonth = 31, FirstYear = 1000, LastYear = 2200;

    /// <summary>Reads the pieces from one to before another; null where a word is met that says nothing here, or nothing is said.</summary>
    public DateParts? Read(in ValueText text, int from, int end)
    {
        var parts = default(DateParts);
        for (int at = from; at < end;)
        {
            int next = text[at].Type switch
            {
                ValuePieceType.Digits => ReadDigits(text, at, end, ref parts),
                ValuePieceType.Letters => ReadWord(text, at, end, ref parts),
                _ => at + 1,
            };
            if (next < 0) return null;
            at = next;
        }

        return parts.IsEmpty ? null : parts;
    }

    private int ReadDigits(in ValueText text, int at, int end, ref DateParts parts)
    {
        if (NumericDate.Read(text, at, end, ref parts) is >= 0 and var behind) return behind;
        var form = text.Form(at);
        int next = at + 1;

        // A time of day behind a day: "Friday 5:30pm".
        if (form.Contains(':')) return next;
        if (NumberReader.Digits(form) is not { } value || value != Math.Floor(value) || value > int.MaxValue) return -1;
        int number = (int)value;
        if (next < end && text[next].Glued && text.Is(next, "s") || next + 1 < end && text[next].Glued && IsApostrophe(text[next]) && text.Is(next + 1, "s"))
            return SetDecade(form, number, ref parts) ? (text.Is(next, "s") ? next + 1 : next + 2) : -1;
        if (next < end && text[next] is { Kind: ValueWordKind.OrdinalSuffix, Glued: true }) return SetOrdinal(text, number, next + 1, end, ref parts);
        if (PeriodBehind(text, next, end) is { } period) return SetCount(period, number, ref parts);
        if (form.Length == 4 && number is >= FirstYear and < LastYear && parts.Year is null)
        {
            parts.Year = number;
            return next;
        }

        if (at > 0 && IsApostrophe(text[at - 1]) && form.Length == 2)
        {
            parts.Year = FullYear(number);
            return next;
        }

        // An hour behind a day: "Friday at 5 pm".
        if (next < end && text[next].Kind == ValueWordKind.Meridiem) return next + 1;
        if (number is < 1 or > LongestMonth || parts.Day is not null) return -1;
        parts.Day = number;
        return next;
    }

    private int ReadWord(in ValueText text, int at, int end, ref DateParts parts)
    {
        if (holidays.Find(text, at) is { } holiday && holiday.Next <= end)
        {
            parts.Holiday = holiday.Holiday;
            return holiday.Next;
        }

        int next = at + 1;
        var piece = text[at];
        if (piece.Length == 1 && piece.First is 'Q' or 'q' && next < end && text.Form(next) is ['1' or '2' or '3' or '4'])
        {
            parts.Quarter = text.Form(next)[0] - '0';
            return next + 1;
        }

        if (piece.Length == 1 && piece.First is 's' or 'S' && at > 0 && IsApostrophe(text[at - 1])) return next;
        var word = words.Find(text.Form(at));
        if (ReadPhrase(text, at, end, word, ref parts) is >= 0 and var behind) return behind;
        if (word.Kind == DateWordKind.None || word is { Kind: DateWordKind.Filler } && piece.Kind == ValueWordKind.Article)
            return ReadNumber(text, at, end, word, ref parts);
        if (word.Kind == DateWordKind.Hence && text.Is(at, "time") && !IsPossessive(text, at)) return -1;
        if (word.Kind == DateWordKind.Previous && IsRolling(text, at)) parts.IsRolling = true;
        return SetWord(word, ref parts) ? next : -1;
    }

    /// <summary>"over the last decade" ends today, where "last decade" ended with the calendar's.</summary>
    private static bool IsRolling(in ValueText text, int last) =>
        text.Is(last - 1, "the") && (text.Is(last - 2, "in") || text.Is(last - 2, "over") || text.Is(last - 2, "during") || text.Is(last - 2, "within"))
        && (text.Is(last + 1, "week") || text.Is(last + 1, "month") || text.Is(last + 1, "year") || text.Is(last + 1, "decade") || text.Is(last + 1, "century"))
        && !text.Is(last + 2, "of");

    /// <summary>"two years' time".</summary>
    private static bool IsPossessive(in ValueText text, int at) =>
        IsApostrophe(text[at - 1]) || text.Is(at - 1, "s") && IsApostrophe(text[at - 2]);

    /// <summary>
    /// Words that mean together what they do not by themselves: the day before yesterday, the week after next, two weeks from now, the
    /// final quarter, the first nine months.
    /// </summary>
    private int ReadPhrase(in ValueText text, int at, int end, DateWord word, ref DateParts parts)
    {
        if (word.Kind == DateWordKind.Period && at + 2 < end && (text.Is(at + 1, "before") || text.Is(at + 1, "after")))
        {
            bool isBefore = text.Is(at + 1, "before");
            var last = words.Find(text.Form(at + 2));
            if (word.Number == (int)DateGranularity.Day && last.Kind == DateWordKind.RelativeDay && Set(parts.Offset, parts.Offset = last.Number + (isBefore ? -1 : 1)))
                return at + 3;
            if (last.Kind != (isBefore ? DateWordKind.Previous : DateWordKind.Next) || parts.Count is not null || !SetPeriod(word.Number, ref parts)) return -1;
            parts.Count = 2;
            parts.IsAgo = isBefore;
            parts.IsHence = !isBefore;
            return at + 3;
        }

        if (text.Is(at, "from") && at + 1 < end && text.Is(at + 1, "now"))
        {
            parts.IsHence = true;
            return at + 2;
        }

        if (text.Is(at, "final") && at + 1 < end && text.Is(at + 1, "quarter")) return SetOrdinal(text, 4, at + 1, end, ref parts);
        return text.Is(at, "first") ? ReadFirstMonths(text, at + 1, end, ref parts) : -1;
    }

    private int ReadFirstMonths(in ValueText text, int at, int end, ref DateParts parts)
    {
        if (numbers.Read(text, at) is not { Value: >= 2 and <= 12 } number || number.Next >= end || !text.Is(number.Next, "months")) return -1;
        parts.FirstMonths = (int)number.Value;
        return number.Next + 1;
    }

    private int ReadNumber(in ValueText text, int at, int end, DateWord word, ref DateParts parts)
    {
        int next = at + 1;
        if (text[at].Kind is ValueWordKind.EarlyOrdinal or ValueWordKind.Ordinal && numbers.ValueOf(text.Form(at)) is { } rank)
            return SetOrdinal(text, (int)rank, next, end, ref parts);
        if (text[at].Kind == ValueWordKind.Tens && text[next].IsDash && text[next + 1].Kind is ValueWordKind.EarlyOrdinal or ValueWordKind.Ordinal
            && numbers.ValueOf(text.Form(at)) is { } tens && numbers.ValueOf(text.Form(next + 1)) is { } ones)
            return SetOrdinal(text, (int)(tens + ones), next + 2, end, ref parts);
        if (word.Kind == DateWordKind.Filler)
        {
            // "a year ago": one of them.
            if (PeriodBehind(text, next, end) is { } one && parts.Count is null) SetCount(one, 1, ref parts);
            return next;
        }

        if (numbers.Read(text, at) is not { } number || number.Next > end) return -1;
        return number.Value == Math.Floor(number.Value) && number.Value < int.MaxValue && PeriodBehind(text, number.Next, end) is { } period
            ? SetCount((period.Word, number.Next), (int)number.Value, ref parts)
            : -1;
    }

    private (DateWord Word, int At)? PeriodBehind(in ValueText text, int at, int end)
    {
        if (at < end && text[at].IsDash) at++;
        return at < end && text[at].Type == ValuePieceType.Letters && words.Find(text.Form(at)) is { Kind: DateWordKind.Period } word ? (word, at) : null;
    }

    /// <summary>Keeps a count; the period's word is read next.</summary>
    private static int SetCount((DateWord Word, int At) period, int number, ref DateParts parts)
    {
        if (parts.Count is not null) return -1;
        parts.Count = number;
        return period.At;
    }

    private int SetOrdinal(in ValueText text, int number, int next, int end, ref DateParts parts)
    {
        int at = next < end && text[next].IsDash ? next + 1 : next;
        var word = at < end ? words.Find(text.Form(at)) : default;
        if (word is { Kind: DateWordKind.Half } && number is 1 or 2)
        {
            parts.Half = number;
            return at + 1;
        }

        if (word is { Kind: DateWordKind.Period, Number: (int)DateGranularity.Quarter } && number is >= 1 and <= 4)
        {
            parts.Quarter = number;
            return at + 1;
        }

        if (word is { Kind: DateWordKind.Period, Number: (int)DateGranularity.Century })
        {
            parts.Century = number - 1;
            return at + 1;
        }

        // "the first week of May" and "the second Monday" are no days of a month.
        if (word.Kind is DateWordKind.Period or DateWordKind.Weekday or DateWordKind.Half || number is < 1 or > LongestMonth || parts.Day is not null)
            return -1;
        parts.Day = number;
        return next;
    }

    private static bool SetDecade(ReadOnlySpan<char> form, int number, ref DateParts parts)
    {
        if (number % 10 != 0 || form.Length is not (2 or 4)) return false;
        if (form.Length == 2) number = FullYear(number);
        if (number % 100 == 0 && number < 1900) parts.Century = number / 100;
        else parts.Decade = number / 10;
        return true;
    }

    private static bool SetWord(DateWord word, ref DateParts parts)
    {
        switch (word.Kind)
        {
            case DateWordKind.Month: return Set(parts.Month, parts.Month = word.Number);
            case DateWordKind.Weekday: return Set(parts.Weekday, parts.Weekday = word.Number);
            case DateWordKind.Season: return Set(parts.Season, parts.Season = word.Number);
            case DateWordKind.RelativeDay: return Set(parts.Offset, parts.Offset = word.Number);
            case DateWordKind.Decade: return Set(parts.Decade, parts.Decade = FullYear(word.Number * 10) / 10);
            case DateWordKind.Period: return SetPeriod(word.Number, ref parts);
            case DateWordKind.Previous: return SetRelation(DateRelation.Previous, ref parts);
            case DateWordKind.Next: return SetRelation(DateRelation.Next, ref parts);
            case DateWordKind.This: return parts.Relation != DateRelation.None || SetRelation(DateRelation.This, ref parts);
            case DateWordKind.Past:
                parts.IsRolling = true;
                return SetRelation(DateRelation.Previous, ref parts);
            case DateWordKind.Ago:
                parts.IsAgo = true;
                return true;
            case DateWordKind.Side:
                parts.HasSide = true;
                return true;
            case DateWordKind.Hence:
                parts.IsHence = true;
                return true;
            case DateWordKind.Start: return SetPart(DatePart.Start, ref parts);
            case DateWordKind.Middle: return SetPart(DatePart.Middle, ref parts);
            case DateWordKind.End: return SetPart(DatePart.End, ref parts);
            case DateWordKind.PartOfDay:
                parts.HasPartOfDay = true;
                // "this morning" is today; "Friday night" is Friday.
                if (parts is { Relation: DateRelation.This, Weekday: null, Offset: null }) (parts.Offset, parts.Relation) = (0, DateRelation.None);
                if (parts is { Relation: DateRelation.Previous, Weekday: null, Offset: null }) (parts.Offset, parts.Relation) = (-1, DateRelation.None);
                return true;
            default: return word.Kind == DateWordKind.Filler;
        }
    }

    private static bool SetPeriod(int number, ref DateParts parts)
    {
        if (parts.Period is not null) return false;
        if (number == Fortnight)
        {
            parts.Count = (parts.Count ?? 1) * 2;
            parts.Period = DateGranularity.Week;
            return true;
        }

        // Without a number, "years" are nobody knows how many.
        if (number >= Plural && parts.Count is null) return false;
        parts.Period = (DateGranularity)(number % Plural);
        return true;
    }

    private static bool SetRelation(DateRelation relation, ref DateParts parts)
    {
        if (parts.Relation is not (DateRelation.None or DateRelation.This)) return false;
        parts.Relation = relation;
        return true;
    }

    private static bool SetPart(DatePart part, ref DateParts parts)
    {
        if (parts.Part != DatePart.Whole) return false;
        parts.Part = part;
        return true;
    }

    /// <summary>Whether a part was free for its value.</summary>
    private static bool Set(int? before, int? value) => before is null && value is not null;

    private static bool IsApostrophe(ValuePiece piece) => piece.Is('\'') || piece.Is('\u2019') || piece.Is('\u2018');

    /// <summary>The year of two digits: 1930 to 2029.</summary>
    private static int FullYear(int number) => number + (number >= 30 ? 1900 : 2000);
}
