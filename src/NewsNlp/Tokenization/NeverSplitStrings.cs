namespace NewsNlp.Tokenization;

/// <summary>A user's strings that are one token each.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class NeverSplitStrings
{
    private readonly Dictionary<char, string[]> _byFirst;

    public NeverSplitStrings(IEnumerable<string> strings) => _byFirst = strings
        .Distinct(StringComparer.Ordinal)
        .GroupBy(word => word[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(word => word.Length).ToArray());

    /// <summary>The length of the longest string that starts at <paramref name="index"/> and ends with a word; 0 for none.</summary>
    public int MatchAt(ReadOnlySpan<char> text, int index)
    {
        if (!_byFirst.TryGetValue(text[index], out var candidates))
        {
            return 0;
        }

        var rest = text[index..];
        foreach (var candidate in candidates)
        {
            if (rest.StartsWith(candidate, StringComparison.Ordinal)
                && (rest.Length == candidate.Length
                    || !CharacterClasses.IsWord(rest[candidate.Length])
                    || !CharacterClasses.IsWord(candidate[^1])))
            {
                return candidate.Length;
            }
        }

        return 0;
    }
}
