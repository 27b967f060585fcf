using System.Collections.Frozen;

namespace NewsNlp.Lexicons;

/// <summary>Reads the word lists that are embedded in the assembly: an entry a line; <c># </c> starts a comment.</summary>
internal static class EmbeddedLines
{
    /// <summary>The entries of a list as a set that spans of text can be looked up in.</summary>
    /// <param name="path">The file, as for <see cref="Read"/>.</param>
    /// <param name="comparer">Whether case matters.</param>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ReadSet(string path, StringComparer comparer) =>
        Read(path).ToFrozenSet(comparer).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The entries of a list, in its order; white space at a line's ends belongs to the entry.</summary>
    /// <param name="path">The file below the library's folder, with slashes: <c>Structure/Resources/places.txt</c>.</param>
    public static IEnumerable<string> Read(string path)
    {
        using var stream = typeof(EmbeddedLines).Assembly.GetManifestResourceStream("NewsNlp/" + path)
            ?? throw new InvalidOperationException($"The library was built without its word list '{path}'.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line != "#" && !line.StartsWith("# ", StringComparison.Ordinal))
            {
                yield return line;
            }
        }
    }
}
