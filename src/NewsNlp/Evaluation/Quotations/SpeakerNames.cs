namespace NewsNlp.Evaluation.Quotations;

/// <summary>Compares names of speakers, which data sets and systems write differently.</summary>
public static class SpeakerNames
{
    private static readonly char[] Separators = [' ', '\t', '\r', '\n', ','];

    /// <summary>
    /// A name as people write it, from one as an encyclopedia's addresses have it: percent escapes decoded, low lines turned into
    /// spaces, a distinction in brackets at the end left out ("Ministry_of_Interior_%28Saudi_Arabia%29" is "Ministry of Interior").
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static string Normalize(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!name.Contains('_', StringComparison.Ordinal) && !name.Contains('%', StringComparison.Ordinal)) return name;
        string plain = Uri.UnescapeDataString(name).Replace('_', ' ').Trim();
        int bracket = plain.LastIndexOf(" (", StringComparison.Ordinal);
        return bracket > 0 && plain.EndsWith(')') ? plain[..bracket] : plain;
    }

    /// <summary>
    /// Whether the first of a system's names agrees with a gold name: whatever their case, without an article at the start and a
    /// genitive at the end, one is the other's end, word for word ("Ann Lee" and "the mayor, Ann Lee", "Lee" and "Ann Lee").
    /// </summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static bool Agree(IReadOnlyList<string> gold, IReadOnlyList<string> system)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(system);
        return system.Count > 0 && Words(system[0]) is { Length: > 0 } words && gold.Any(name => Agree(Words(name), words));
    }

    private static bool Agree(string[] left, string[] right)
    {
        int length = Math.Min(left.Length, right.Length);
        return length > 0 && left.AsSpan(left.Length - length).SequenceEqual(right.AsSpan(right.Length - length), StringComparer.OrdinalIgnoreCase);
    }

    private static string[] Words(string name)
    {
        var words = Normalize(name).Replace('\u2019', '\'').Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0 && words[^1] is [.. var stem, '\'', 's' or 'S']) words[^1] = stem;
        return words is ["the" or "The" or "a" or "A" or "an" or "An", _, ..] ? words[1..] : words;
    }
}
