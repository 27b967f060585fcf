using NewsNlp.Documents;
using NewsNlp.Documents.Values;
using NewsNlp.Entities.Values.Reading;
using NewsNlp.Entities.Values.Reading.Dates;

namespace NewsNlp.Entities.Values;

/// <summary>
/// Finds the dates that corpora of entities leave out, by rules: <c>yesterday</c>, <c>last week</c>, <c>two years ago</c>, <c>the
/// third quarter</c>, <c>Christmas Eve</c>.
/// </summary>
internal sealed class RelativeDateFinder
{
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
    public void Find(ReadOnlySpan<char> text, ValuePieceBuffer pieces, MentionBuffer mentions)
    {
        if (!pieces.HasDateTrigger) return;
        var sentence = new ValueText(text, pieces, 0, pieces.Count);
        int from = 0;
        for (int at = 0; at < pieces.Count; at++)
        {
            if (!ValuePieceBuffer.IsDateTrigger(pieces[at].Kind) || !TryRead(sentence, from, at, out int first, out int end)) continue;
            if (pieces[first].StartsToken && pieces[end - 1].EndsToken)
            {
                int token = pieces[first].Token;
                mentions.Add(new FoundMention(token, pieces[end - 1].Token - token + 1, EntityLabel.RelativeDate, 1f));
            }

            from = end;
            at = end - 1;
        }
    }

    private bool TryRead(in ValueText text, int from, int trigger, out int first, out int end)
    {
        if (_holidays.Find(text, trigger) is { } holiday && char.IsUpper(text[trigger].First))
        {
            first = trigger;
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

    /// <summary>Whether it says which date it is, to whoever knows the day of writing.</summary>
    private static bool Tells(in ValueText text, DateParts parts, int first)
    {
        if (parts.Offset is not null || parts.Quarter is not null || parts.Century is not null || parts.Decade is not null) return true;
        if (parts.Half is not null) return parts.Year is not null || parts.Period is not null;
        if (parts.Season is not null) return parts.Year is not null || parts.Relation != DateRelation.None;
        if (parts.Month is not null || parts.Weekday is not null || parts.Day is not null) return false;
        if (parts.Count is not null) return parts.IsAgo || parts.Relation is DateRelation.Previous or DateRelation.Next;
        if (parts.Period is not { } period || period == DateGranularity.Day) return false;
        if (period == DateGranularity.Weekend && parts.Relation == DateRelation.None) return text.Is(first - 1, "the") || text.Is(first - 1, "over");
        return parts.Relation != DateRelation.None || parts.HasSide || parts.Part != DatePart.Whole && period == DateGranularity.Year;
    }
}
