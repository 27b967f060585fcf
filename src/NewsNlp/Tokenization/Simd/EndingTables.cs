namespace NewsNlp.Tokenization.Simd;

/// <summary>
/// Four tables that find the last letters of listed words in all of a window at once. Each word is put into one of eight
/// groups, a bit each; table k holds the groups in which a character can stand k places before the last. Where the four
/// look-ups around a place share a bit, a listed word can end there: most places are ruled out, no listed word is.
/// </summary>
/// <remarks>The idea of Teddy (Wang et al., "Hyperscan", NSDI 2019, section 4): tables of sets, joined by AND.</remarks>
internal static class EndingTables
{
    /// <summary>How many characters are looked at.</summary>
    public const int Length = 4;

    /// <summary>In a pattern: any character but a letter.</summary>
    public const char Edge = '\0';

    /// <summary>In a pattern: any character.</summary>
    public const char Any = '\uFFFF';

    private const int Groups = 8;

    /// <summary>The pattern of a whole word: its last four characters, or what stands before it and all of it.</summary>
    public static string PatternOf(string word) =>
        word.Length >= Length ? word[^Length..] : (Edge + word).PadLeft(Length, Any);

    /// <summary>Builds the four tables, that of the last character first, 128 bytes each.</summary>
    public static byte[] Build(IEnumerable<string> patterns)
    {
        // A set of ASCII characters is a bit each; a group has one for each place.
        var groups = new UInt128[Groups, Length];
        foreach (var pattern in patterns.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var best = Enumerable.Range(0, Groups).MinBy(group => Size(groups, group, pattern) - Size(groups, group, null));
            for (var place = 0; place < Length; place++)
            {
                groups[best, place] |= SetOf(pattern[^(place + 1)]);
            }
        }

        var tables = new byte[Length * UnitClasses.Count];
        for (var index = 0; index < tables.Length; index++)
        {
            for (var group = 0; group < Groups; group++)
            {
                var isIn = (groups[group, index / UnitClasses.Count] >> (index % UnitClasses.Count)) & UInt128.One;
                tables[index] |= (byte)((byte)isIn << group);
            }
        }

        return tables;
    }

    /// <summary>How many fours of characters a group lets pass, with one more pattern or without.</summary>
    private static double Size(UInt128[,] groups, int group, string? more)
    {
        var size = 1.0;
        for (var place = 0; place < Length; place++)
        {
            size *= (double)UInt128.PopCount(groups[group, place] | (more is null ? 0 : SetOf(more[^(place + 1)])));
        }

        return size;
    }

    private static UInt128 SetOf(char pattern) => pattern switch
    {
        Any => UInt128.MaxValue,
        Edge => ~(Letters(0x20) | Letters(0)),
        _ when char.IsAsciiLetter(pattern) => (UInt128.One << (pattern | 0x20)) | (UInt128.One << (pattern & ~0x20)),
        _ => UInt128.One << pattern,
    };

    private static UInt128 Letters(int offset) => (UInt128)((1 << 26) - 1) << ('A' + offset);
}
