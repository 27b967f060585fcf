using System.Collections.Frozen;
using NewsNlp.Lexicons;

namespace NewsNlp.Entities.Values.Reading;

/// <summary>A currency as a word names it.</summary>
/// <param name="Code">Its ISO 4217 code; null where the word leaves it open.</param>
/// <param name="Divisor">How many of what the word names make one: 100 for cents.</param>
internal readonly record struct Currency(string? Code, int Divisor);

/// <summary>The signs, codes and names of currencies. Immutable; safe for any number of threads.</summary>
internal sealed class Currencies
{
    private const string Signs = "Signs:", Names = "Names:";

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _signs;
    private readonly FrozenDictionary<string, Name>.AlternateLookup<ReadOnlySpan<char>> _names;

    private Currencies(Dictionary<string, string> signs, Dictionary<string, Name> names)
    {
        _signs = signs.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _names = names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads the embedded list.</summary>
    public static Currencies Read()
    {
        var signs = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new Dictionary<string, Name>(StringComparer.OrdinalIgnoreCase);
        bool isName = false;
        foreach (var line in EmbeddedLines.Read("Entities/Values/Resources/currencies.txt"))
        {
            if (line is Signs or Names) isName = line == Names;
            else if (isName) AddName(line, names);
            else AddSigns(line, signs);
        }

        return new Currencies(signs, names);
    }

    /// <summary>The code that a sign, or letters before an amount, stand for; null where they stand for none.</summary>
    public string? CodeOf(ReadOnlySpan<char> sign) => _signs.TryGetValue(sign, out var code) ? code : null;

    /// <summary>The currency that a word names, with the word before it; null where it names none.</summary>
    public Currency? Named(ReadOnlySpan<char> before, ReadOnlySpan<char> word)
    {
        if (!_names.TryGetValue(word, out var name)) return null;
        foreach (var (prefix, currency) in name.Special)
        {
            if (before.Equals(prefix, StringComparison.OrdinalIgnoreCase)) return currency;
        }

        return name.Usual;
    }

    private static void AddSigns(string line, Dictionary<string, string> signs)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var sign in parts.Skip(1)) signs.Add(sign, parts[0]);
    }

    private static void AddName(string line, Dictionary<string, Name> names)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        var usual = new Currency(null, 1);
        var special = new List<(string, Currency)>();
        foreach (var part in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0) usual = Parse(part);
            else special.Add((part[..equals], Parse(part[(equals + 1)..])));
        }

        foreach (var word in line[..colon].Split(' ')) names.Add(word, new Name(usual, [.. special]));
    }

    private static Currency Parse(string text)
    {
        var parts = text.Split('/');
        return new Currency(parts[0] == "-" ? null : parts[0], parts.Length > 1 ? 100 : 1);
    }

    private sealed record Name(Currency Usual, (string Prefix, Currency Currency)[] Special);
}
