namespace NewsNlp.Coreference.Lexicons;

/// <summary>Given names that stand for one another: <c>Bill</c> for <c>William</c>.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class Nicknames
{
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _groups;

    private Nicknames()
    {
        var groups = new Dictionary<string, int[]>(StringComparer.OrdinalIgnoreCase);
        var number = 0;
        foreach (var row in CoreferenceLexicon.Rows("nicknames"))
        {
            foreach (var name in row[0].Split(' '))
            {
                groups[name] = [.. groups.GetValueOrDefault(name, []), number];
            }

            number++;
        }

        _groups = groups.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static Nicknames Default { get; } = new();

    /// <summary>Whether the two names may be one person's.</summary>
    public bool AreAlike(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        _groups.TryGetValue(a, out var groupsOfA) && _groups.TryGetValue(b, out var groupsOfB) && groupsOfA.AsSpan().ContainsAny(groupsOfB);
}
