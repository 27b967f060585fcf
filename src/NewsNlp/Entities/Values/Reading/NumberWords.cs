using System.Collections.Frozen;
using System.Globalization;
using NewsNlp.Lexicons;

namespace NewsNlp.Entities.Values.Reading;

/// <summary>What number words are worth. Immutable; safe for any number of threads.</summary>
internal sealed class NumberWords
{
    private readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> _values;

    private NumberWords(Dictionary<string, decimal> values) =>
        _values = values.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the embedded list.</summary>
    public static NumberWords Read()
    {
        var values = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in EmbeddedLines.Read("Entities/Values/Resources/number-words.txt"))
        {
            int space = line.IndexOf(' ', StringComparison.Ordinal);
            values.Add(line[..space], decimal.Parse(line.AsSpan(space + 1), CultureInfo.InvariantCulture));
        }

        return new NumberWords(values);
    }

    /// <summary>What a word is worth; null for all that is no number.</summary>
    public decimal? ValueOf(ReadOnlySpan<char> word) => _values.TryGetValue(word, out decimal value) ? value : null;
}
