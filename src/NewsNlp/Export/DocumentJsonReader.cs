using NewsNlp.Documents;
using NewsNlp.Export.Json;

namespace NewsNlp.Export;

/// <summary>
/// Reads documents from JSON, schema <c>newsnlp.document/1</c>, with offsets in any unit. What it reads is checked as
/// strictly as what a pipeline's stages write; members that it does not know are passed over, and members may come in any
/// order.
/// </summary>
/// <remarks>
/// Left out, <c>score</c> and <c>confidence</c> are 1, <c>act</c> is speech, <c>modality</c> asserted, <c>offsetUnit</c>
/// utf16. Where a document has no tokens, parts of speech and lemmas count as computed if the tokens were.
/// </remarks>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class DocumentJsonReader
{
    /// <summary>Reads a document.</summary>
    /// <param name="json">The document as UTF-8, without a byte order mark and with nothing but white space behind it.</param>
    /// <param name="text">The text, for a document that was written without it.</param>
    /// <exception cref="DocumentFormatException">
    /// The bytes are not a document, the document lacks its text, or <paramref name="text"/> is not its text.
    /// </exception>
    public static Document Read(ReadOnlySpan<byte> json, string? text = null)
    {
        var draft = new DocumentJsonDecoder(json).Decode();
        return new DocumentAssembler(draft, text).Assemble();
    }

    /// <summary>Reads a document from the rest of a stream, which is read into memory first.</summary>
    /// <param name="json">The document as UTF-8, with or without a byte order mark.</param>
    /// <param name="text">The text, for a document that was written without it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="DocumentFormatException">
    /// The bytes are not a document, the document lacks its text, or <paramref name="text"/> is not its text.
    /// </exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static Document Read(Stream json, string? text = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var memory = new MemoryStream();
        json.CopyTo(memory);
        ReadOnlySpan<byte> bytes = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        return Read(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes, text);
    }
}
