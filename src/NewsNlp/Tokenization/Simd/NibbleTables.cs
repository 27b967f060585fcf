using System.Numerics;

namespace NewsNlp.Tokenization.Simd;

/// <summary>
/// Tables of 16 entries for shuffles within 128 bits: one for the lower four bits of a character, one for the upper four. A
/// character belongs to a group if both tables say so; a group may so get characters that it did not ask for, never too few.
/// </summary>
/// <remarks>After Langdale and Lemire, "Parsing gigabytes of JSON per second", section 3.1.1; endings as Teddy does, see <see cref="EndingTables"/>.</remarks>
internal static class NibbleTables
{
    /// <summary>The size of one table.</summary>
    public const int Size = 16;

    /// <summary>How many last characters of words are looked at.</summary>
    public const int Places = 3;

    /// <summary>The groups of signs; those of digits, periods, apostrophes and hyphens are the bits of <see cref="UnitClass"/>.</summary>
    public const byte Signs = (byte)(UnitClass.Sign | UnitClass.Letter | UnitClass.Space);

    private const int Groups = 8;

    /// <summary>Two tables, lower and upper: digits, periods, apostrophes and hyphens exactly, and three groups of signs with few other characters.</summary>
    public static byte[] Classes()
    {
        var tables = new byte[2 * Size];
        for (var c = '\0'; c < UnitClasses.Count; c++)
        {
            var group = UnitClasses.Of(c) switch
            {
                UnitClass.Sign => SignGroup(c / Size),
                var exact => (byte)(exact & (UnitClass.Digit | UnitClass.Period | UnitClass.Apostrophe | UnitClass.Hyphen)),
            };
            tables[c % Size] |= group;
            tables[Size + (c / Size)] |= group;
        }

        return tables;
    }

    /// <summary>Two tables for each place, the last first: where the groups of all share a bit, a listed word can end.</summary>
    public static byte[] Endings(IEnumerable<string> words)
    {
        var lower = new ushort[Groups, Places];
        var upper = new ushort[Groups, Places];
        foreach (var word in words.Select(word => word[^Places..]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var best = Enumerable.Range(0, Groups).MinBy(group => Passes(lower, upper, group, word) - Passes(lower, upper, group, null));
            for (var place = 0; place < Places; place++)
            {
                lower[best, place] |= LowerOf(word, place);
                upper[best, place] |= UpperOf(word, place);
            }
        }

        var tables = new byte[2 * Places * Size];
        for (var index = 0; index < tables.Length; index++)
        {
            var sets = index / Size % 2 == 0 ? lower : upper;
            for (var group = 0; group < Groups; group++)
            {
                tables[index] |= (byte)(((sets[group, index / (2 * Size)] >> (index % Size)) & 1) << group);
            }
        }

        return tables;
    }

    // Among the characters of the odd rows and of the two that have a sign in their first column, few are not signs.
    private static byte SignGroup(int row) => row == 2 ? (byte)UnitClass.Sign : row % 2 == 0 ? (byte)UnitClass.Letter : (byte)UnitClass.Space;

    private static ushort LowerOf(string word, int place) => (ushort)(1 << (word[^(place + 1)] % Size));

    /// <summary>The rows of a letter in both cases.</summary>
    private static ushort UpperOf(string word, int place) => (ushort)(0b101 << ((word[^(place + 1)] & 0x5F) / Size));

    private static int Passes(ushort[,] lower, ushort[,] upper, int group, string? more)
    {
        var passes = 1;
        for (var place = 0; place < Places; place++)
        {
            passes *= BitOperations.PopCount((uint)(lower[group, place] | (more is null ? 0 : LowerOf(more, place))))
                * BitOperations.PopCount((uint)(upper[group, place] | (more is null ? 0 : UpperOf(more, place))));
        }

        return passes;
    }
}
