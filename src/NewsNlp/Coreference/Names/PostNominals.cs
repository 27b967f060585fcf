using System.Collections.Frozen;
using NewsNlp.Lexicons;

namespace NewsNlp.Coreference.Names;

/// <summary>What stands behind a person's name and is no part of it: <c>KC</c>, <c>Jr.</c>, <c>III</c>. Immutable.</summary>
internal static class PostNominals
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> All =
        EmbeddedLines.ReadSet("Coreference/Resources/post-nominals.txt", StringComparer.Ordinal);

    public static bool Has(ReadOnlySpan<char> word) => All.Contains(word);
}
