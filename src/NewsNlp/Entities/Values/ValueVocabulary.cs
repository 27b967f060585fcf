using System.Collections.Frozen;
using NewsNlp.Lexicons;

namespace NewsNlp.Entities.Values;

/// <summary>The words of <c>value-words.txt</c> by kind. Immutable; safe for any number of threads.</summary>
internal sealed class ValueVocabulary
{
    private readonly FrozenDictionary<string, ValueWordKind>.AlternateLookup<ReadOnlySpan<char>> _kinds;
    private readonly int _longest;

    // For each small letter the lengths of the words that begin with it, a bit each: most words are ruled out by that.
    private readonly uint[] _lengths = new uint['z' - 'a' + 1];

    private ValueVocabulary(Dictionary<string, ValueWordKind> kinds)
    {
        _kinds = kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = kinds.Keys.Max(word => word.Length);
        foreach (string word in kinds.Keys)
        {
            if (char.IsAsciiLetter(word[0])) _lengths[(word[0] | 0x20) - 'a'] |= 1u << word.Length;
        }
    }

    /// <summary>Reads the embedded list.</summary>
    public static ValueVocabulary Read()
    {
        var kinds = new Dictionary<string, ValueWordKind>(StringComparer.OrdinalIgnoreCase);
        var kind = ValueWordKind.None;
        foreach (var line in EmbeddedLines.Read("Entities/Values/Resources/value-words.txt"))
        {
            if (line.EndsWith(':'))
            {
                kind = Enum.Parse<ValueWordKind>(line.AsSpan(0, line.Length - 1));
                continue;
            }

            foreach (string word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) kinds.Add(word, kind);
        }

        return new ValueVocabulary(kinds);
    }

    /// <summary>The kind of a word, whatever its case; <see cref="ValueWordKind.None"/> for all that is not listed.</summary>
    public ValueWordKind KindOf(ReadOnlySpan<char> word)
    {
        if (word.Length > _longest || char.IsAsciiLetter(word[0]) && (_lengths[(word[0] | 0x20) - 'a'] >> word.Length & 1) == 0)
            return ValueWordKind.None;
        return _kinds.TryGetValue(word, out var kind) ? kind : ValueWordKind.None;
    }
}
