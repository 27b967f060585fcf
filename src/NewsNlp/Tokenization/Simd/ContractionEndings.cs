namespace NewsNlp.Tokenization.Simd;

/// <summary>
/// Four tables that find the last letter of words like cannot and gonna in all of a window at once. Each listed word is put
/// into one of eight groups, a bit each; table k holds the groups in which a character can stand k places before the last.
/// Where the four look-ups around a place share a bit, a listed word can end there.
/// </summary>
/// <remarks>The idea of Teddy (Hyperscan; Wang et al., NSDI 2019, section 4): tables of sets, joined by AND.</remarks>
internal static class ContractionEndings
{
    /// <summary>How many letters are looked at.</summary>
    public const int Length = 4;

    private const int Groups = 8;

    /// <summary>The four tables behind each other, that of the last letter first.</summary>
    public static byte[] Build(IEnumerable<string> words)
    {
        var groups = new List<string>[Groups];
        foreach (var endings in words.Select(word => word.ToLowerInvariant()).GroupBy(Ending).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var best = Enumerable.Range(0, Groups).MinBy(group => Size([.. groups[group] ?? [], .. endings]) - Size(groups[group] ?? []));
            (groups[best] ??= []).AddRange(endings);
        }

        var tables = new byte[Length * UnitClasses.Count];
        for (var group = 0; group < Groups; group++)
        {
            foreach (var word in groups[group] ?? [])
            {
                Add(tables, word, (byte)(1 << group));
            }
        }

        return tables;
    }

    private static string Ending(string word) => word.Length > Length ? word[^Length..] : word;

    /// <summary>How many endings the tables would let pass if these words shared a group.</summary>
    private static int Size(List<string> words)
    {
        var size = words.Count == 0 ? 0 : 1;
        for (var place = 1; place <= Length && size > 0; place++)
        {
            size *= words.Any(word => word.Length < place) ? UnitClasses.Count : words.Select(word => word[^place]).Distinct().Count();
        }

        return size;
    }

    private static void Add(byte[] tables, string word, byte group)
    {
        for (var place = 0; place < Length; place++)
        {
            var table = tables.AsSpan(place * UnitClasses.Count, UnitClasses.Count);
            if (place < word.Length)
            {
                var letter = word[word.Length - 1 - place];
                table[letter] |= group;
                table[char.ToUpperInvariant(letter)] |= group;
                continue;
            }

            // Before the word stands anything.
            foreach (ref var groups in table)
            {
                groups |= group;
            }
        }
    }
}
