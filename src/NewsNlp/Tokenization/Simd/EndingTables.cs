using System.Numerics;

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

    /// <summary>The size of one table: the last five bits of a character, and whether it is a letter.</summary>
    public const int Size = 64;

    /// <summary>Builds the four tables, that of the last character first.</summary>
    public static byte[] Build(IEnumerable<string> patterns)
    {
        // A set of characters is a bit each; a group has one for each place.
        var groups = new ulong[Groups, Length];
        foreach (var pattern in patterns.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var best = Enumerable.Range(0, Groups).MinBy(group => Passes(groups, group, pattern) - Passes(groups, group, null));
            for (var place = 0; place < Length; place++)
            {
                groups[best, place] |= SetOf(pattern[^(place + 1)]);
            }
        }

        var tables = new byte[Length * Size];
        for (var index = 0; index < tables.Length; index++)
        {
            for (var group = 0; group < Groups; group++)
            {
                var isIn = (groups[group, index / Size] >> (index % Size)) & 1;
                tables[index] |= (byte)(isIn << group);
            }
        }

        return tables;
    }

    /// <summary>How many fours of characters a group lets pass, with one more pattern or without.</summary>
    private static double Passes(ulong[,] groups, int group, string? more)
    {
        var passes = 1.0;
        for (var place = 0; place < Length; place++)
        {
            passes *= BitOperations.PopCount(groups[group, place] | (more is null ? 0 : SetOf(more[^(place + 1)])));
        }

        return passes;
    }

    private static ulong SetOf(char pattern) => pattern switch
    {
        Any => ulong.MaxValue,
        Edge => uint.MaxValue,
        _ => 1UL << ((pattern & 0x1F) | (char.IsAsciiLetter(pattern) ? (int)UnitClass.Letter : 0)),
    };
}
