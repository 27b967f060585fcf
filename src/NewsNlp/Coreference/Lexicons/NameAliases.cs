namespace NewsNlp.Coreference.Lexicons;

/// <summary>Names of countries and well-known organizations that mean the same, and the words for a country's people.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class NameAliases
{
    private const int LongestName = 64;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _names;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _nationalities;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _capitals;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _seats;

    private NameAliases()
    {
        var capitals = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var nationalities = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var number = 0;
        foreach (var row in CoreferenceLexicon.Rows("countries"))
        {
            AddAll(names, row[0], row.ElementAtOrDefault(1), number);
            AddAll(nationalities, null, row.ElementAtOrDefault(2), number);
            AddAll(capitals, null, row.ElementAtOrDefault(3), number);
            number++;
        }

        Countries = number;
        foreach (var row in CoreferenceLexicon.Rows("aliases"))
        {
            AddAll(names, row[0], row.ElementAtOrDefault(1), names.TryGetValue(Fold(row[0]), out var known) ? known : number++);
        }

        var seats = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in CoreferenceLexicon.Rows("seats"))
        {
            seats[row[0]] = names[Fold(row[1])];
        }

        _capitals = capitals.GetAlternateLookup<ReadOnlySpan<char>>();
        _seats = seats.GetAlternateLookup<ReadOnlySpan<char>>();
        _names = names.GetAlternateLookup<ReadOnlySpan<char>>();
        _nationalities = nationalities.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static NameAliases Default { get; } = new();

    /// <summary>The numbers below this are countries'.</summary>
    public int Countries { get; }

    /// <summary>The number of a name, the same for all names of one thing; -1 where the lists do not have it.</summary>
    public int Find(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestName)
        {
            return -1;
        }

        Span<char> folded = stackalloc char[LongestName];
        return _names.TryGetValue(Fold(name, folded), out var number) ? number : -1;
    }

    /// <summary>The number of the country whose capital a name is; -1 for any other name.</summary>
    public int FindCapital(ReadOnlySpan<char> name) => _capitals.TryGetValue(name, out var number) ? number : -1;

    /// <summary>The number of the country or body whose seat a name is, the White House or Brussels; -1 for any other name.</summary>
    public int FindSeat(ReadOnlySpan<char> name) => _seats.TryGetValue(name, out var number) ? number : -1;

    /// <summary>The number of the country whose people or things a word describes; -1 where it is no such word.</summary>
    public int FindNationality(ReadOnlySpan<char> word) =>
        _nationalities.TryGetValue(word, out var number) || (word is [.., 's'] && _nationalities.TryGetValue(word[..^1], out number)) ? number : -1;

    private static void AddAll(Dictionary<string, int> names, string? name, string? others, int number)
    {
        foreach (var one in (name is null ? [] : new[] { name }).Concat((others ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)))
        {
            names.TryAdd(Fold(one), number);
        }
    }

    private static string Fold(string name)
    {
        Span<char> folded = stackalloc char[LongestName];
        return Fold(name.AsSpan(0, Math.Min(name.Length, LongestName)), folded).ToString();
    }

    /// <summary>Without full stops, and with one kind of apostrophe.</summary>
    private static ReadOnlySpan<char> Fold(ReadOnlySpan<char> name, Span<char> folded)
    {
        var length = 0;
        foreach (var c in name)
        {
            if (c != '.')
            {
                folded[length++] = c == '’' ? '\'' : c;
            }
        }

        return folded[..length];
    }
}
