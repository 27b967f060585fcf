using NewsNlp.Documents.Values;

namespace NewsNlp.Entities.Values.Reading;

/// <summary>Reads places in an order: <c>third</c>, <c>22nd</c>, <c>twenty-first</c>.</summary>
internal sealed class OrdinalReader(NumberReader numbers)
{
    /// <summary>Reads a mention; null where it has no number.</summary>
    public OrdinalValue? Read(in ValueText text)
    {
        decimal rank = 0;
        for (int at = text.First; at < text.End; at++)
        {
            if (text[at].Type == ValuePieceType.Digits) return NumberReader.Digits(text.Form(at)) is { } digits and < long.MaxValue ? new OrdinalValue((long)digits) : null;
            if (numbers.ValueOf(text.Form(at)) is { } value) rank += value;
        }

        return rank > 0 ? new OrdinalValue((long)rank) : null;
    }
}
