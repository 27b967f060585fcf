using System.Collections.Frozen;
using NewsNlp.Lexicons;

namespace NewsNlp.Entities.Corrections;

/// <summary>The word lists of this folder.</summary>
internal static class CorrectionLists
{
    /// <summary>A list by its file's name.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Read(string list, StringComparer? comparer = null) =>
        EmbeddedLines.ReadSet(PathOf(list), comparer ?? StringComparer.Ordinal);

    /// <summary>Where a list lies.</summary>
    public static string PathOf(string list) => $"Entities/Corrections/Resources/{list}.txt";
}
