using NewsNlp.Documents;
using NewsNlp.Documents.Layers;
using NewsNlp.Threading;

namespace NewsNlp.Entities.Values;

/// <summary>
/// Finds times of day, percentages, quantities, ordinals, cardinals and, where the statistical model overlooked them,
/// amounts of money, by rules over numbers and the words around them.
/// </summary>
/// <remarks>
/// A mention is the expression itself, without "about" or "more than". A duration is a quantity ("two hours", "three
/// years"), a clock time is a time. Dates are left to the statistical model: digits that look like a year, or that stand
/// beside a month, give nothing here.
/// </remarks>
internal sealed class ValueEntityFinder(ValueVocabulary vocabulary)
{
    private const int CancellationInterval = 256;

    /// <summary>Adds the values of one sentence to <paramref name="mentions"/>, in order, not overlapping.</summary>
    public void Find(
        ReadOnlySpan<char> text, TokenLayer tokens, int first, int count, ValuePieceBuffer pieces, InterruptibleList<FoundMention> mentions,
        CancellationToken cancellationToken = default)
    {
        pieces.Fill(text, tokens, first, count, vocabulary, cancellationToken);
        if (!pieces.HasTrigger) return;
        int steps = 0, free = 0;
        for (int at = 0; at < pieces.Count;)
        {
            if (++steps % CancellationInterval == 0) cancellationToken.ThrowIfCancellationRequested();
            int start = at;
            if (!TryRead(text, pieces, free, ref start, out int next, out var label))
            {
                at = Math.Max(at + 1, next);
                continue;
            }

            if (Aligned(pieces, start, next))
            {
                int token = pieces[start].Token;
                mentions.Add(new FoundMention(token, pieces[next - 1].Token - token + 1, label, 1f));
            }

            at = free = next;
        }
    }

    private static bool Aligned(ValuePieceBuffer pieces, int start, int next) => pieces[start].StartsToken && pieces[next - 1].EndsToken;

    /// <summary>
    /// Reads the expression at <paramref name="start"/>, which may move back over a currency sign, but not before <paramref name="free"/>: in
    /// "22,000 USD 30 days later" the sign is spent. Without one, <paramref name="next"/> says how far to skip.
    /// </summary>
    private static bool TryRead(ReadOnlySpan<char> text, ValuePieceBuffer pieces, int free, ref int start, out int next, out EntityLabel label)
    {
        label = EntityLabel.Time;
        if (TimeRules.TryRead(text, pieces, start, out next)) return true;
        if (TryReadOrdinal(text, pieces, start, out next))
        {
            label = EntityLabel.Ordinal;
            return true;
        }

        var form = NumberRules.Read(pieces, start, out next);
        return form != NumberForm.None && TryReadAmount(text, pieces, form, free, ref start, ref next, out label);
    }

    private static bool TryReadAmount(
        ReadOnlySpan<char> text, ValuePieceBuffer pieces, NumberForm form, int free, ref int start, ref int next, out EntityLabel label)
    {
        label = EntityLabel.Cardinal;
        var before = pieces[start - 1];
        if (start > free && AmountRules.IsCurrencyBefore(text, before))
        {
            start--;
            if (start > free && pieces[start - 1].Type == ValuePieceType.Letters && pieces[start].Glued && !pieces[start].StartsToken) start--;
            label = EntityLabel.Money;
            return true;
        }

        if (StartsInsideWord(text, pieces, start)) return false;
        int end = next;
        bool digits = form is NumberForm.Digits or NumberForm.Scaled;
        bool isBetween = start > free && IsBetween(text, pieces, start);
        bool range = TrySkipRange(pieces, next, isBetween, out int rangeEnd) && !TimeRules.TryRead(text, pieces, rangeEnd - 1, out _);
        var kind = range ? AmountRules.ReadUnit(text, pieces, rangeEnd, digits, out end) : AmountKind.Plain;
        if (kind == AmountKind.Plain) kind = AmountRules.ReadUnit(text, pieces, next, digits, out end);
        if (kind != AmountKind.Plain)
        {
            label = kind switch
            {
                AmountKind.Percent => EntityLabel.Percent,
                AmountKind.Money => EntityLabel.Money,
                _ => EntityLabel.Quantity,
            };
            if (range && isBetween && end > rangeEnd) start--;
            next = end;
            return true;
        }

        if (range && isBetween && !NumberRules.LooksLikeYear(text, pieces[start]) && !BesideMonth(text, pieces, start, rangeEnd))
        {
            start--;
            next = rangeEnd;
            return true;
        }

        // "3-1", "10–15": one expression; "10 to 15": two.
        if (range && pieces[next].IsDash && pieces[next].Glued && pieces[next + 1].Glued) next = rangeEnd;
        return IsCardinal(text, pieces, form, start, next);
    }

    private static bool IsBetween(ReadOnlySpan<char> text, ValuePieceBuffer pieces, int start) =>
        text.Slice(pieces[start - 1].Start, pieces[start - 1].Length) is "between" or "Between";

    private static bool TrySkipRange(ValuePieceBuffer pieces, int at, bool isBetween, out int next)
    {
        next = at;
        return (pieces[at].Kind == ValueWordKind.To || pieces[at].IsDash || isBetween && pieces[at].Kind == ValueWordKind.And)
            && NumberRules.Read(pieces, at + 1, out next) is NumberForm.Digits or NumberForm.Scaled or NumberForm.Words;
    }

    private static bool TryReadOrdinal(ReadOnlySpan<char> text, ValuePieceBuffer pieces, int at, out int next)
    {
        next = at + 1;
        var piece = pieces[at];
        if (piece.Type == ValuePieceType.Digits)
        {
            if (pieces[next] is not { Kind: ValueWordKind.OrdinalSuffix, Glued: true }) return false;
            next++;
            return !BesideMonth(text, pieces, at, next);
        }

        if (piece.Kind == ValueWordKind.Tens && pieces[next].IsDash
            && pieces[next + 1].Kind is ValueWordKind.Ordinal or ValueWordKind.EarlyOrdinal)
        {
            next += 2;
            return true;
        }

        if (piece.Kind == ValueWordKind.Ordinal) return !BesideMonth(text, pieces, at, next);
        if (piece.Kind != ValueWordKind.EarlyOrdinal || StartsInsideWord(text, pieces, at)) return false;
        if (piece.First is 'f' or 'F') return true;
        // A second may be a unit of time: "a second later", "per second", "one second".
        return pieces[at - 1].Kind is not (ValueWordKind.Per or ValueWordKind.Ones or ValueWordKind.Determiner)
            && !(pieces[at - 1].Kind == ValueWordKind.Article && text.Slice(pieces[next].Start, pieces[next].Length) is "later" or "ago");
    }

    private static bool IsCardinal(ReadOnlySpan<char> text, ValuePieceBuffer pieces, NumberForm form, int start, int next)
    {
        if (form == NumberForm.Digits && (NumberRules.LooksLikeYear(text, pieces[start]) || BesideMonth(text, pieces, start, next))) return false;
        var behind = pieces[next];
        // "20s", "4x4", "16GB" when no unit is known: not a count.
        if (form == NumberForm.Digits && behind.Type == ValuePieceType.Letters && behind.Glued) return false;
        if (form != NumberForm.Words || pieces[start].Length != 3 || pieces[start].First is not ('o' or 'O')) return true;
        // "one" is a number before a noun, a pronoun behind a determiner or before "another".
        var before = pieces[start - 1].Kind;
        return before is not (ValueWordKind.Determiner or ValueWordKind.Article or ValueWordKind.EarlyOrdinal or ValueWordKind.Ordinal)
            && !pieces[next].Is('\'') && !pieces[next].Is('\u2019') && text.Slice(behind.Start, behind.Length) is not ("another" or "day");
    }

    private static bool BesideMonth(ReadOnlySpan<char> text, ValuePieceBuffer pieces, int start, int next)
    {
        int behind = pieces[next].Kind == ValueWordKind.Of ? next + 1 : next;
        return IsMonth(text, pieces[start - 1]) || IsMonth(text, pieces[behind])
            || pieces[start - 1].Is('.') && IsMonth(text, pieces[start - 2]);
    }

    private static bool IsMonth(ReadOnlySpan<char> text, ValuePiece piece) =>
        piece.Kind == ValueWordKind.Month && char.IsUpper(text[piece.Start]);

    /// <summary>Whether letters and a hyphen come right before, as in <c>Covid-19</c> and <c>mid-20</c>.</summary>
    private static bool StartsInsideWord(ReadOnlySpan<char> text, ValuePieceBuffer pieces, int start)
    {
        if (!pieces[start].Glued || start == 0) return false;
        var before = pieces[start - 1];
        if (before.Type != ValuePieceType.Mark) return true;
        return (before.IsDash || before.Is('/') || before.Is('.')) && before.Glued && pieces[start - 2].Type == ValuePieceType.Letters;
    }
}
