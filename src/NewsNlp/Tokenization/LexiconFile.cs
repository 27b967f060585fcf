using NewsNlp.Lexicons;

namespace NewsNlp.Tokenization;

/// <summary>
/// Reads the embedded word lists: one entry a line, an optional value behind a tab, <c># </c> before a comment.
/// </summary>
internal static class LexiconFile
{
    public static IEnumerable<(string Word, string? Value)> Read(string name)
    {
        foreach (var line in EmbeddedLines.Read($"Tokenization/Resources/{name}"))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            yield return tab < 0 ? (line, null) : (line[..tab], line[(tab + 1)..]);
        }
    }

    public static Lexicon<bool> ReadSet(string name) =>
        new(Read(name).Select(entry => KeyValuePair.Create(entry.Word, true)));

    /// <summary>Entries that show with a bar where they are split: <c>can|not</c>. The value is the lengths of the parts.</summary>
    public static Lexicon<byte[]> ReadSplits(string name) =>
        new(Read(name).Select(entry => KeyValuePair.Create(
            entry.Word.Replace("|", string.Empty, StringComparison.Ordinal),
            entry.Word.Split('|').Select(part => (byte)part.Length).ToArray())));
}
