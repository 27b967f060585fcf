namespace NewsNlp.Lexicons;

/// <summary>Given names and the gender that their bearers mostly have.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class GivenNames
{
    private const int Capacity = 3000;

    private readonly Dictionary<string, Gender>.AlternateLookup<ReadOnlySpan<char>> _genders;

    private GivenNames()
    {
        // Not frozen: that costs more, when the first document is read, than all look-ups of a day.
        var genders = new Dictionary<string, Gender>(Capacity, StringComparer.OrdinalIgnoreCase);
        foreach (var line in EmbeddedLines.Read("Lexicons/Resources/given-names.txt"))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            genders[line[..tab]] = line[^1] switch { 'm' => Gender.Male, 'f' => Gender.Female, _ => Gender.Person };
        }

        _genders = genders.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static GivenNames Default { get; } = new();

    /// <summary>
    /// The gender of a given name, <see cref="Gender.Person"/> for one that men and women share, <see cref="Gender.Unknown"/> for one
    /// that the list does not have. Of a double name (<c>Anne-Marie</c>) the first part decides.
    /// </summary>
    public Gender Find(ReadOnlySpan<char> name)
    {
        if (_genders.TryGetValue(name, out var gender))
        {
            return gender;
        }

        var hyphen = name.IndexOf('-');
        return hyphen > 0 && _genders.TryGetValue(name[..hyphen], out gender) ? gender : Gender.Unknown;
    }
}
