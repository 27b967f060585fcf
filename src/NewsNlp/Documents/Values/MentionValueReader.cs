namespace NewsNlp.Documents.Values;

/// <summary>Reads the values of a document's entity mentions from its text. Safe for any number of threads.</summary>
internal abstract class MentionValueReader
{
    /// <summary>The value of each entity mention, null where it has none.</summary>
    public abstract MentionValue?[] Read(Document document);
}
