using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsNlp.Documents;
using NewsNlp.Export.Json;

namespace NewsNlp.Export;

/// <summary>
/// Writes documents as JSON, schema <c>newsnlp.document/1</c>: one object with the text, the unit of its offsets, and each
/// layer that was computed; a layer that was not is absent, one that found nothing is an empty list.
/// </summary>
/// <remarks>
/// The JSON is UTF-8 on one line unless the options say otherwise, the same on every run and in every culture. Lone
/// surrogates survive as escapes. Annotations of a user's own (<see cref="AnnotationKey{T}"/>) are not written. The text
/// is not escaped for HTML: do not paste the output into a script element.
/// </remarks>
/// <threadsafety>Safe for any number of threads, each with an output of its own.</threadsafety>
public static class DocumentJsonWriter
{
    /// <summary>The value of <c>schema</c> in every document.</summary>
    public const string Schema = "newsnlp.document/1";

    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">Takes the UTF-8 bytes, in pieces.</param>
    /// <param name="options">What to write; <see cref="DocumentJsonOptions.Default"/> if null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> or <paramref name="output"/> is null.</exception>
    public static void Write(Document document, IBufferWriter<byte> output, DocumentJsonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var writer = new Utf8JsonWriter(output, WriterOptions(options));
        Write(document, writer, options);
    }

    /// <summary>Writes a document; the bytes leave as they come, however long the document is.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">Takes the UTF-8 bytes; it is not flushed and stays open.</param>
    /// <param name="options">What to write; <see cref="DocumentJsonOptions.Default"/> if null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> or <paramref name="output"/> is null.</exception>
    /// <exception cref="IOException">The stream cannot be written to.</exception>
    public static void Write(Document document, Stream output, DocumentJsonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var buffer = new StreamBufferWriter(output);
        Write(document, buffer, options);
        buffer.Flush();
    }

    /// <summary>Writes a document as one value of a larger JSON text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="writer">
    /// Takes the value, with its own indentation and escaping; it is flushed, to keep its buffer short.
    /// </param>
    /// <param name="options">What to write; <see cref="DocumentJsonOptions.Default"/> if null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> or <paramref name="writer"/> is null.</exception>
    /// <exception cref="InvalidOperationException">No value can be written where the writer stands.</exception>
    public static void Write(Document document, Utf8JsonWriter writer, DocumentJsonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(writer);
        new DocumentJsonEncoder(document, writer, options ?? DocumentJsonOptions.Default).Write();
        writer.Flush();
    }

    /// <summary>The document's JSON as a string; for long documents write to a stream instead.</summary>
    /// <param name="document">The document.</param>
    /// <param name="options">What to write; <see cref="DocumentJsonOptions.Default"/> if null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    public static string ToJson(Document document, DocumentJsonOptions? options = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(document, buffer, options);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static JsonWriterOptions WriterOptions(DocumentJsonOptions? options) => new()
    {
        // Readable quotation marks and apostrophes; escaping for HTML is the business of who writes HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = options is { Indented: true },
        NewLine = "\n",
        SkipValidation = true,
    };
}
