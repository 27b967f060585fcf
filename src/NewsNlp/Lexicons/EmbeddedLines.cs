using System.Collections.Frozen;
using System.Text;

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
        // Lists are small, and many are read when the first pipeline is made: a reader for each would cost more than the lists.
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var text = Encoding.UTF8.GetString(bytes);
        for (var start = 0; start < text.Length;)
        {
            var feed = text.IndexOf('\n', start);
            var next = feed < 0 ? text.Length : feed + 1;
            var end = feed < 0 ? next : feed > start && text[feed - 1] == '\r' ? feed - 1 : feed;
            if ((end > start && text[start] != '#') || (end > start + 1 && text[start + 1] != ' '))
            {
                yield return text[start..end];
            }

            start = next;
        }
    }
}
