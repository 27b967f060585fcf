using NewsNlp.Documents.Values;

namespace NewsNlp.Entities.Values.Reading;

/// <summary>Reads measured amounts: the number, its range, the unit, and a smaller unit behind it.</summary>
internal sealed class QuantityReader(NumberReader numbers, Units units)
{
    /// <summary>Reads a mention; null where it has no number or no unit.</summary>
    public QuantityValue? Read(in ValueText text)
    {
        for (int at = text.First; at < text.End; at++)
        {
            if (numbers.ReadRange(text, at) is not { } range) continue;
            int next = range.Second?.Next ?? range.First.Next;
            if (range.Second is null && NumberReader.IsNegative(text, at) && ReadUnit(text, next, out _) is { } negative) return new QuantityValue(-range.First.Value, negative);
            if (ReadUnit(text, next, out int behind) is { } unit)
                return WithSmaller(text, new QuantityValue(range.First.Value, unit, range.Second?.Value), behind);
            if (range.Second is not null && ReadUnit(text, range.First.Next, out behind) is { } first)
                return WithSmaller(text, new QuantityValue(range.First.Value, first), behind);
        }

        return null;
    }

    private string? ReadUnit(in ValueText text, int at, out int next)
    {
        next = at;
        if (text[at].IsDash) at++;
        if (text[at].Is('°')) at++;
        if (!text.Has(at)) return null;
        if (units.Modifier(text.Form(at)) is { } modifier)
        {
            int word = text[at + 1].IsDash || text[at + 1].Is('.') ? at + 2 : at + 1;
            if (text.Has(word) && units.Find(text.Form(word)) is { } modified)
            {
                next = word + 1;
                return $"{modifier} {modified}";
            }
        }

        if (units.Find(text.Form(at)) is not { } unit) return null;
        next = at + 1;
        if (unit == "degree" && text.Has(next) && units.Find(text.Form(next)) is { } scale && scale.StartsWith("degree ", StringComparison.Ordinal))
        {
            next++;
            return scale;
        }

        return unit;
    }

    /// <summary>Adds a smaller unit: "6ft 2in" is 74 inches.</summary>
    private QuantityValue WithSmaller(in ValueText text, QuantityValue value, int at)
    {
        int number = text[at].Kind == ValueWordKind.And || text[at].Is(',') || text[at].IsDash ? at + 1 : at;
        if (value.UpTo is not null || !text.Has(number) || numbers.Read(text, number) is not { } smaller) return value;
        return ReadUnit(text, smaller.Next, out _) is { } unit && units.PartsOf(value.Unit, unit) is > 0 and var parts
            ? new QuantityValue(value.Amount * parts + smaller.Value, unit)
            : value;
    }
}
