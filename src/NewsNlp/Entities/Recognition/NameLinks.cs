using NewsNlp.Features;

namespace NewsNlp.Entities.Recognition;

/// <summary>The small words that may stand inside a name.</summary>
internal static class NameLinks
{
    private static readonly ulong[] Hashes =
        [.. new[] { "of", "the", "for", "and", "de", "la", "al", "&" }.Select(word => WordHash.Plain(word))];

    /// <summary>Whether a word, given by the hash of its lower-case form, is one of them.</summary>
    public static bool Contains(ulong lowerHash) => Hashes.AsSpan().Contains(lowerHash);
}
