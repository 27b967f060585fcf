using System.Collections.Frozen;
using System.Globalization;
using NewsNlp.Lexicons;

namespace NewsNlp.Entities.Values.Reading;

/// <summary>The units of measure by the words that stand for them. Immutable; safe for any number of threads.</summary>
internal sealed class Units
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _exact, _words;
    private readonly FrozenSet<string> _modifiers;
    private readonly FrozenDictionary<(string Larger, string Smaller), int> _parts;

    private Units(Dictionary<string, string> exact, Dictionary<string, string> words, IEnumerable<string> modifiers, Dictionary<(string, string), int> parts)
    {
        _exact = exact.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _words = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _modifiers = modifiers.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _parts = parts.ToFrozenDictionary();
    }

    /// <summary>Reads the embedded list.</summary>
    public static Units Read()
    {
        var exact = new Dictionary<string, string>(StringComparer.Ordinal);
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var modifiers = new List<string>();
        var parts = new Dictionary<(string, string), int>();
        string section = "";
        foreach (var line in EmbeddedLines.Read("Entities/Values/Resources/units.txt"))
        {
            if (line is "Modifiers:" or "Parts:")
            {
                section = line;
                continue;
            }

            if (section == "Modifiers:")
            {
                modifiers.AddRange(line.Split(' '));
            }
            else if (section == "Parts:")
            {
                var part = line.Split(' ');
                parts.Add((part[0], part[1]), int.Parse(part[2], CultureInfo.InvariantCulture));
            }
            else
            {
                int colon = line.IndexOf(':', StringComparison.Ordinal);
                foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    (word.Length <= 2 || char.IsUpper(word[^1]) ? exact : words).TryAdd(word, line[..colon]);
            }
        }

        return new Units(exact, words, modifiers, parts);
    }

    /// <summary>The name of the unit that a word stands for; null where it stands for none.</summary>
    public string? Find(ReadOnlySpan<char> word) =>
        _exact.TryGetValue(word, out var name) || _words.TryGetValue(word, out name) ? name : null;

    /// <summary>Whether a word changes the unit behind it: square, cubic.</summary>
    public string? Modifier(ReadOnlySpan<char> word)
    {
        foreach (var modifier in _modifiers)
        {
            if (word.Equals(modifier, StringComparison.OrdinalIgnoreCase)) return modifier == "sq" ? "square" : modifier;
        }

        return null;
    }

    /// <summary>How many of the smaller unit the larger one has; 0 where they do not belong together.</summary>
    public int PartsOf(string larger, string smaller) => _parts.GetValueOrDefault((larger, smaller));
}
