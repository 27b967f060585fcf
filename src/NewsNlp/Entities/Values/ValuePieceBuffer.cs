using NewsNlp.Documents;
using NewsNlp.Documents.Layers;
using NewsNlp.Threading;

namespace NewsNlp.Entities.Values;

/// <summary>The pieces of one sentence; rented and reused, not safe for threads.</summary>
internal sealed class ValuePieceBuffer
{
    // 1.5.2023 and 18.10.2023.
    private const int ShortestDate = 8, LongestDate = 10;

    private const int CancellationInterval = 1024;

    private ValuePiece[] _pieces = new ValuePiece[256];

    /// <summary>How many pieces the sentence has.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a piece was met that a time or an amount may start with.</summary>
    public bool HasTrigger { get; private set; }

    /// <summary>Whether a piece was met that a relative date has: a period, a day's name, digits.</summary>
    public bool HasDateTrigger { get; private set; }

    /// <summary>The piece at <paramref name="index"/>; outside the sentence, a mark that no rule knows.</summary>
    public ValuePiece this[int index] =>
        (uint)index < (uint)Count ? _pieces[index] : new ValuePiece(0, 0, -1, ValuePieceType.Mark, ValueWordKind.None, '\0', true, true, false);

    /// <summary>The first piece of a token or, where the sentence lacks it, of the next one; <see cref="Count"/> behind the last.</summary>
    public int FirstOf(int token)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_pieces[middle].Token < token) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Cuts the tokens of a sentence into pieces.</summary>
    public void Fill(ReadOnlySpan<char> text, TokenLayer tokens, int first, int count, ValueVocabulary vocabulary, CancellationToken cancellationToken = default)
    {
        Count = 0;
        HasTrigger = false;
        HasDateTrigger = false;
        int previousEnd = -1;
        for (int token = first; token < first + count; token++)
        {
            int start = tokens.Starts[token], end = start + tokens.Lengths[token];
            if (CancellationPace.IsDue(token - first + 1, CancellationInterval, end - start)) cancellationToken.ThrowIfCancellationRequested();
            var kind = tokens.Kinds[token];
            if (kind is TokenKind.Url or TokenKind.Email or TokenKind.Handle or TokenKind.Hashtag or TokenKind.Emoji)
                Add(new ValuePiece(start, end - start, token, ValuePieceType.Mark, ValueWordKind.None, '\0', true, true, start == previousEnd));
            else
                Cut(text, token, start, end, start == previousEnd, vocabulary);
            previousEnd = end;
        }
    }

    /// <summary>Whether a relative date may have this piece as its head; a month only in one word with what is before it: mid-April.</summary>
    public bool IsDateTrigger(int at) => IsDateTrigger(this[at].Kind) || this[at].Kind == ValueWordKind.Month && this[at - 1].IsDash;

    /// <summary>Whether a date in digits, or a decade, may start with this piece: <c>18.10.2023</c>, <c>10/18/2023</c>, <c>90s</c>.</summary>
    public bool IsDateInDigits(int at) =>
        this[at].Type == ValuePieceType.Digits && this[at].Length <= LongestDate && !(this[at].Glued && this[at - 1].Type != ValuePieceType.Mark)
        && (this[at].Length >= ShortestDate || this[at + 1] is { Glued: true, First: '/' or '-' or 's' });

    private static bool IsDateTrigger(ValueWordKind kind) =>
        kind is ValueWordKind.DateWord or ValueWordKind.Unit or ValueWordKind.MinorUnit or ValueWordKind.Quarter or ValueWordKind.Half;

    private void Cut(ReadOnlySpan<char> text, int token, int start, int end, bool glued, ValueVocabulary vocabulary)
    {
        for (int at = start; at < end;)
        {
            int next = at + 1;
            char first = text[at];
            var type = ValuePieceType.Mark;
            var kind = ValueWordKind.None;
            if (char.IsAsciiDigit(first))
            {
                type = ValuePieceType.Digits;
                HasTrigger = HasDateTrigger = true;
                while (next < end && (char.IsAsciiDigit(text[next]) || JoinsDigits(text, next, end))) next++;
            }
            else if (char.IsLetter(first))
            {
                type = ValuePieceType.Letters;
                while (next < end && char.IsLetter(text[next])) next++;
                kind = vocabulary.KindOf(text[at..next]);
                HasTrigger |= IsTrigger(kind);
                HasDateTrigger |= IsDateTrigger(kind) || kind == ValueWordKind.Month;
            }

            Add(new ValuePiece(at, next - at, token, type, kind, first, at == start, next == end, at > start || glued));
            at = next;
        }
    }

    private static bool JoinsDigits(ReadOnlySpan<char> text, int at, int end) =>
        text[at] is '.' or ',' or ':' && at + 1 < end && char.IsAsciiDigit(text[at + 1]);

    // "A quarter of" is a number, as "a half" and "a dozen" are; the article alone is not.
    private static bool IsTrigger(ValueWordKind kind) =>
        kind is >= ValueWordKind.Ones and <= ValueWordKind.Quarter or ValueWordKind.Noon;

    private void Add(ValuePiece piece)
    {
        if (Count == _pieces.Length) Array.Resize(ref _pieces, Count * 2);
        _pieces[Count++] = piece;
    }
}
