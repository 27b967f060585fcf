using System.Collections.Frozen;
using System.Globalization;
using NewsNlp.Lexicons;

namespace NewsNlp.Entities.Values.Reading.Dates;

/// <summary>The words of <c>date-words.txt</c>. Immutable; safe for any number of threads.</summary>
internal sealed class DateWords
{
    private readonly FrozenDictionary<string, DateWord>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _ahead, _behind, _coming;

    private DateWords(Dictionary<string, DateWord> words, Dictionary<DateWordKind, List<string>> signs)
    {
        _words = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _ahead = SetOf(signs[DateWordKind.Ahead]);
        _behind = SetOf(signs[DateWordKind.Behind]);
        _coming = SetOf(signs[DateWordKind.Coming]);
    }

    /// <summary>Reads the embedded list.</summary>
    public static DateWords Read()
    {
        var words = new Dictionary<string, DateWord>(StringComparer.OrdinalIgnoreCase);
        var signs = new Dictionary<DateWordKind, List<string>>();
        var kind = DateWordKind.None;
        foreach (var line in EmbeddedLines.Read("Entities/Values/Resources/date-words.txt"))
        {
            if (line.EndsWith(':'))
            {
                kind = Enum.Parse<DateWordKind>(line.AsSpan(0, line.Length - 1));
                signs[kind] = [];
                continue;
            }

            foreach (var item in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                signs[kind].Add(item);
                if (kind < DateWordKind.Ahead) Add(words, item, kind);
            }
        }

        return new DateWords(words, signs);
    }

    /// <summary>What a word means in a date, whatever its case.</summary>
    public DateWord Find(ReadOnlySpan<char> word) => _words.TryGetValue(word, out var found) ? found : default;

    /// <summary>Whether a word tells that a date beside it lies ahead.</summary>
    public bool IsAhead(ReadOnlySpan<char> word) => _ahead.Contains(word);

    /// <summary>Whether a word tells that a date beside it lies behind.</summary>
    public bool IsBehind(ReadOnlySpan<char> word) => _behind.Contains(word);

    /// <summary>Whether a word tells that a participle behind it is yet to come.</summary>
    public bool IsComing(ReadOnlySpan<char> word) => _coming.Contains(word);

    private static void Add(Dictionary<string, DateWord> words, string item, DateWordKind kind)
    {
        int equals = item.IndexOf('=', StringComparison.Ordinal);
        int number = equals < 0 ? 0 : int.Parse(item.AsSpan(equals + 1), CultureInfo.InvariantCulture);
        words.Add(equals < 0 ? item : item[..equals], new DateWord(kind, number));
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SetOf(List<string> words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}

/// <summary>A word's kind, and its number where it has one: 10 for October.</summary>
internal readonly record struct DateWord(DateWordKind Kind, int Number);
