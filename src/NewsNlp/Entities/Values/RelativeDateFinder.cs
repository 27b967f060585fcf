using NewsNlp.Documents;
using NewsNlp.Documents.Values;
using NewsNlp.Entities.Values.Reading;
using NewsNlp.Entities.Values.Reading.Dates;
using NewsNlp.Threading;

namespace NewsNlp.Entities.Values;

/// <summary>
/// Finds the dates that corpora of entities leave out, by rules: <c>yesterday</c>, <c>last week</c>, <c>two years ago</c>, <c>the
/// third quarter</c>, <c>Thursday night</c>, <c>mid-April</c>, <c>Christmas Eve</c>; and those in digits that are rare in them:
/// <c>18.10.2023</c>, <c>the '90s</c>.
/// </summary>
internal sealed class RelativeDateFinder
{
    private const int CancellationInterval = 64;

    private readonly DateWords _words;
    private readonly Holidays _holidays;
    private readonly DateExtent _extent;
    private readonly DatePartsReader _reader;

    public RelativeDateFinder()
    {
        _words = DateWords.Read();
        _holidays = Holidays.Read();
        _extent = new DateExtent(_words);
        _reader = new DatePartsReader(new NumberReader(NumberWords.Read()), _words, _holidays);
    }

    /// <summary>Adds the dates of one sentence to <paramref name="mentions"/>, in order, not overlapping.</summary>
    public void Find(ReadOnlySpan<char> text, ValuePieceBuffer pieces, InterruptibleList<FoundMention> mentions, CancellationToken cancellationToken = default)
    {
        if (!pieces.HasDateTrigger) return;
        var sentence = new ValueText(text, pieces, 0, pieces.Count);
        int from = 0, steps = 0;
        for (int at = 0; at < pieces.Count; at++)
        {
            if (++steps % CancellationInterval == 0) cancellationToken.ThrowIfCancellationRequested();
            bool isDigits = pieces.IsDateInDigits(at);
            int first, end;
            if (isDigits ? !TryReadDigits(sentence, from, at, out first, out end)
                : !pieces.IsDateTrigger(at) || !TryRead(sentence, from, at, out first, out end)) continue;
            if (pieces[first].StartsToken && pieces[end - 1].EndsToken)
            {
                int token = pieces[first].Token;
                mentions.Add(new FoundMention(token, pieces[end - 1].Token - token + 1, isDigits ? EntityLabel.Date : EntityLabel.RelativeDate, 1f));
            }

            from = end;
            at = end - 1;
        }
    }

    private bool TryRead(in ValueText text, int from, int trigger, out int first, out int end)
    {
        if (_holidays.Around(text, trigger, from) is { } holiday)
        {
            first = holiday.First;
            end = holiday.Next;
            if (text[end] is { Type: ValuePieceType.Digits, Length: 4 }) end++;
            return true;
        }

        int left = Math.Max(from, _extent.Left(text, trigger)), right = _extent.Right(text, trigger + 1);
        for (end = right; end > trigger; end--)
        {
            for (first = left; first <= trigger; first++)
            {
                var span = new ValueText(text, first, end);
                if (_reader.Read(span, first, end) is { } parts && Tells(text, parts, first)) return true;
            }
        }

        first = end = trigger;
        return false;
    }

    /// <summary>Day, month and year in digits, or a decade: an apostrophe or the century tells it from an age or a temperature.</summary>
    private bool TryReadDigits(in ValueText text, int from, int at, out int first, out int end)
    {
        var parts = default(DateParts);
        first = at;
        end = NumericDate.Read(text, at, text.Pieces.Count, ref parts);
        if (end >= 0) return parts.Year is not null && text[end] is not { Glued: true, Type: not ValuePieceType.Mark };
        bool isShort = text[at - 1].Is('\'') || text[at - 1].Is('\u2019') || text[at - 1].Is('\u2018');
        if (isShort) first--;
        end = at + 2;
        if (first < from || !text.Is(at + 1, "s") || text[at].Length != (isShort ? 2 : 4) || isShort && text[first].Glued) return false;
        first = Math.Max(from, _extent.Left(text, first));
        return _reader.Read(new ValueText(text, first, end), first, end) is { Decade: not null } or { Century: not null };
    }

    /// <summary>"Friday Night Lights" is none.</summary>
    private static bool IsTitle(in ValueText text, int weekday) => char.IsUpper(text[weekday + 1].First);

    /// <summary>Whether it says which date it is, to whoever knows the day of writing.</summary>
    private static bool Tells(in ValueText text, DateParts parts, int first)
    {
        if (parts.Offset is not null || parts.Quarter is not null || parts.Century is not null || parts.Decade is not null) return true;
        if (parts.Half is not null) return parts.Year is not null || parts.Period is not null;
        if (parts.Season is not null) return parts.Year is not null || parts.Relation != DateRelation.None;
        if (parts.FirstMonths is not null) return parts.Year is not null || parts.Period == DateGranularity.Year;
        if (parts is { Month: not null, Day: null, Weekday: null, Year: null }) return parts.Part == DatePart.Middle;
        if (parts is { Weekday: not null, Month: null, Day: null }) return parts.HasPartOfDay && !IsTitle(text, first);
        if (parts.Month is not null || parts.Weekday is not null || parts.Day is not null) return false;
        if (parts.Count is not null) return parts.IsAgo || parts.IsHence || parts.Relation is DateRelation.Previous or DateRelation.Next;
        if (parts.Period is not { } period || period == DateGranularity.Day) return false;
        if (period == DateGranularity.Weekend && parts.Relation == DateRelation.None) return text.Is(first - 1, "the") || text.Is(first - 1, "over");
        return parts.Relation != DateRelation.None || parts.HasSide || parts.Part != DatePart.Whole && period != DateGranularity.Weekend;
    }
}
