using NewsNlp.Documents.Values;

namespace NewsNlp.Entities.Values.Reading;

/// <summary>Reads percentages: the number, its range, and whether it is percentage points.</summary>
internal sealed class PercentReader(NumberReader numbers)
{
    /// <summary>Reads a mention; null where it has no number.</summary>
    public PercentValue? Read(in ValueText text)
    {
        for (int at = text.First; at < text.End; at++)
        {
            if (numbers.ReadRange(text, at, '%') is not { } range) continue;
            bool points = false;
            for (int word = range.First.Next; word < text.End; word++) points |= text[word].Kind == ValueWordKind.Point;
            if (range.Second is null && NumberReader.IsNegative(text, at)) return new PercentValue(-range.First.Value, null, points);
            return new PercentValue(range.First.Value, range.Second?.Value, points);
        }

        return null;
    }
}
