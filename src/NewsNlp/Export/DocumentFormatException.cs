namespace NewsNlp.Export;

/// <summary>What is read is not a document: not JSON, not of the schema, or annotations that contradict the text.</summary>
public sealed class DocumentFormatException : FormatException
{
    internal DocumentFormatException(string message, string? path, long? byteOffset, Exception? inner = null)
        : base(message, inner)
    {
        Path = path;
        ByteOffset = byteOffset;
    }

    /// <summary>Where in the document, such as <c>$.tokens[12].start</c>; null where the document as a whole is not JSON.</summary>
    public string? Path { get; }

    /// <summary>Where in the bytes, from 0; null for what shows only once the document is put together.</summary>
    public long? ByteOffset { get; }
}
