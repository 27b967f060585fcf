using NewsNlp.Documents.Values;

namespace NewsNlp.Documents.Layers;

/// <summary>
/// The values of a document's entity mentions: given with the mentions, or read from the text when the first one is asked for.
/// Safe for any number of threads; two that ask first both read, and find the same.
/// </summary>
/// <param name="given">For each mention the value that came with it; null where none came with any.</param>
/// <param name="reader">Reads the others; null where they have none.</param>
internal sealed class MentionValues(MentionValue?[]? given, MentionValueReader? reader)
{
    private MentionValue?[]? _values = reader is null ? given : null;

    /// <summary>The value of a mention; null where it has none.</summary>
    public MentionValue? Of(Document document, int mention) => (_values ?? Read(document))?[mention];

    private MentionValue?[]? Read(Document document)
    {
        if (reader is null) return null;
        var values = reader.Read(document);
        for (int i = 0; given is not null && i < given.Length; i++) values[i] = given[i] ?? values[i];
        return Interlocked.CompareExchange(ref _values, values, null) ?? values;
    }
}
