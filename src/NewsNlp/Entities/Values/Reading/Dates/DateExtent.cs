namespace NewsNlp.Entities.Values.Reading.Dates;

/// <summary>
/// Widens a piece of a date to all that belongs to it: the recognizer may name "Friday" in "last Friday", and one year of "from 2017
/// to 2021".
/// </summary>
internal sealed class DateExtent(DateWords words)
{
    private const int LongestMonth = 31, Most = 8;

    /// <summary>The first piece of the date that has a given piece.</summary>
    public int Left(in ValueText text, int first)
    {
        int at = first;
        while (at > 0 && first - at < Most)
        {
            int next = at - 1;
            if (Belongs(text, next, at, before: true))
            {
                at = next;
                continue;
            }

            // Bridges: "of", "to", "the", a comma between weekday and date, a hyphen.
            int behind = next - (text.Is(next, "the") ? 1 : 0);
            if (behind <= 0 || !IsBridge(text, behind) || !Belongs(text, behind - 1, at, before: true, bridge: behind)) break;
            at = behind - 1;
        }

        return at;
    }

    /// <summary>The piece behind the date that has a given piece as its last.</summary>
    public int Right(in ValueText text, int end)
    {
        int at = end;
        while (at < text.Pieces.Count && at - end < Most)
        {
            if (Belongs(text, at, at - 1, before: false))
            {
                at++;
                continue;
            }

            if (PhraseBehind(text, at) is > 0 and var pieces)
            {
                at += pieces;
                continue;
            }

            int behind = at + 1 + (text.Is(at + 1, "the") ? 1 : 0);
            if (!IsBridge(text, at) || !Belongs(text, behind, at - 1, before: false, bridge: at)) break;
            at = behind + 1;
        }

        return at;
    }

    /// <summary>How many pieces complete a period: "before yesterday", "after next", "from now", "' time".</summary>
    private int PhraseBehind(in ValueText text, int at)
    {
        if (KindOf(text, at - 1) != DateWordKind.Period) return 0;
        if (text.Is(at, "from") && text.Is(at + 1, "now")) return 2;
        bool isBefore = text.Is(at, "before");
        if (isBefore || text.Is(at, "after"))
        {
            var kind = KindOf(text, at + 1);
            bool isDay = text.Is(at - 1, "day") && kind == DateWordKind.RelativeDay;
            bool isPeriod = kind == (isBefore ? DateWordKind.Previous : DateWordKind.Next) && KindOf(text, at + 2) is DateWordKind.None or DateWordKind.Filler;
            return isDay || isPeriod ? 2 : 0;
        }

        int time = text[at].Is('\'') || text[at].Is('\u2019') ? at + 1 : at;
        if (time > at && text.Is(time, "s")) time++;
        return time > at && text.Is(time, "time") ? time + 1 - at : 0;
    }

    private static bool IsBridge(in ValueText text, int at) =>
        text.Is(at, "of") || text.Is(at, "to") || text.Is(at, "and") || text.Is(at, "until") || text[at].IsDash || text[at].Is(',')
        || text.Is(at, "in") || text[at].Is('.') && text[at].Glued;

    /// <summary>Whether a piece belongs to the date at its neighbour; directly, or over the bridge between them.</summary>
    private bool Belongs(in ValueText text, int at, int neighbour, bool before, int bridge = -1)
    {
        var piece = text[at];
        if (piece.Length == 0) return false;
        if (bridge >= 0 && !Bridges(text, at, neighbour, bridge, before)) return false;
        if (piece.Type == ValuePieceType.Digits) return DigitsBelong(text, at, neighbour, before, bridge);
        if (piece.Type != ValuePieceType.Letters) return false;
        if (piece.Kind == ValueWordKind.OrdinalSuffix) return piece.Glued && text[at - 1].Type == ValuePieceType.Digits;
        var kind = KindOf(text, at);
        if (before && bridge < 0 && (text.Is(at, "final") && text.Is(neighbour, "quarter") || text.Is(at, "first") && text.Is(neighbour + 1, "months"))) return true;
        if (kind is DateWordKind.None) return IsRank(text, at) && before && IsCountable(text, neighbour) && bridge < 0
            || text[at].Kind is ValueWordKind.Ones or ValueWordKind.Teens or ValueWordKind.Tens && before && KindOf(text, neighbour) == DateWordKind.Period;
        if (kind is DateWordKind.Filler) return piece.Kind == ValueWordKind.Article && before && bridge < 0 && KindOf(text, neighbour) == DateWordKind.Period;
        return kind switch
        {
            DateWordKind.Previous or DateWordKind.Past or DateWordKind.Next or DateWordKind.This or DateWordKind.Side => true,
            DateWordKind.Ago or DateWordKind.Hence or DateWordKind.PartOfDay => !before && bridge < 0,
            DateWordKind.Start or DateWordKind.Middle or DateWordKind.End => before,
            _ => true,
        };
    }

    private bool Bridges(in ValueText text, int at, int neighbour, int bridge, bool before)
    {
        if (text.Is(bridge, "of")) return before ? KindOf(text, at) is not (DateWordKind.Filler or DateWordKind.None or DateWordKind.Previous) || IsRank(text, at) || text[at].Kind == ValueWordKind.OrdinalSuffix : true;
        int left = before ? at : neighbour, right = before ? neighbour : at;
        if (text[bridge].Is(',')) return KindOf(text, left) == DateWordKind.Weekday && (KindOf(text, right) == DateWordKind.Month || text[right].Type == ValuePieceType.Digits)
            || text[left].Type == ValuePieceType.Digits && IsYear(text, right);
        if (text[bridge].Is('.')) return KindOf(text, left) == DateWordKind.Month;
        if (text[bridge].IsDash) return KindOf(text, left) is DateWordKind.Middle or DateWordKind.Start or DateWordKind.End || text[left].Type == text[right].Type || IsRank(text, left);
        if (text.Is(bridge, "in")) return KindOf(text, left) == DateWordKind.Side && KindOf(text, right) == DateWordKind.Period;
        return text.Is(bridge, "and") ? text.Is(left - 1, "between") : IsDateLike(text, left) && IsDateLike(text, right);
    }

    private bool IsDateLike(in ValueText text, int at) =>
        text[at].Type == ValuePieceType.Digits || text[at].Kind == ValueWordKind.OrdinalSuffix
        || KindOf(text, at) is DateWordKind.Month or DateWordKind.Weekday or DateWordKind.Season;

    private bool DigitsBelong(in ValueText text, int at, int neighbour, bool before, int bridge)
    {
        if (IsYear(text, at)) return true;
        if (NumberReader.Digits(text.Form(at)) is not { } number) return false;
        var kind = KindOf(text, neighbour);
        if (number <= LongestMonth && kind == DateWordKind.Month) return true;
        if (bridge >= 0 && (number <= LongestMonth || text[bridge].IsDash && text[at].Length == 2)) return true;
        return before && (kind == DateWordKind.Period || text[neighbour].Kind == ValueWordKind.OrdinalSuffix)
            || text[at].Length == 1 && text.Is(before ? neighbour : at - 1, "q");
    }

    private static bool IsYear(in ValueText text, int at) => text[at] is { Type: ValuePieceType.Digits, Length: 4, First: '1' or '2' } && NumberReader.Digits(text.Form(at)) is not null;

    private static bool IsRank(in ValueText text, int at) => text[at].Kind is ValueWordKind.EarlyOrdinal or ValueWordKind.Ordinal or ValueWordKind.OrdinalSuffix;

    /// <summary>Quarters, halves and centuries are counted.</summary>
    private bool IsCountable(in ValueText text, int at) =>
        KindOf(text, at) == DateWordKind.Half || text.Is(at, "quarter") || text.Is(at, "century");

    private DateWordKind KindOf(in ValueText text, int at) => words.Find(text.Form(at)).Kind;
}
