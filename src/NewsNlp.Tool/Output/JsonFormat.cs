using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsNlp.Documents;
using NewsNlp.Export;
using NewsNlp.Export.Json;

namespace NewsNlp.Tool.Output;

/// <summary>JSON: a document a line, or one object or array spread over lines.</summary>
internal sealed class JsonFormat(JsonLayout layout, DocumentJsonOptions options) : IDocumentFormat
{
    private readonly DocumentJsonOptions _options = options with { Indented = layout != JsonLayout.Lines };

    public ReadOnlySpan<byte> Start => layout == JsonLayout.Array ? "[\n"u8 : default;

    public ReadOnlySpan<byte> Separator => layout == JsonLayout.Array ? ",\n"u8 : default;

    public ReadOnlySpan<byte> End => layout switch
    {
        JsonLayout.Array => "\n]\n"u8,
        JsonLayout.Object => "\n"u8,
        _ => default,
    };

    public void Write(Document document, int number, IBufferWriter<byte> output)
    {
        DocumentJsonWriter.Write(document, output, _options);
        EndLine(output);
    }

    public bool WriteError(ArticleError error, IBufferWriter<byte> output)
    {
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Indented = _options.Indented,
            NewLine = "\n",
        }))
        {
            writer.WriteStartObject();
            if (error.Id is null)
            {
                writer.WriteNull("id"u8);
            }
            else
            {
                writer.WritePropertyName("id"u8);
                JsonStrings.Write(writer, error.Id);
            }

            writer.WriteStartObject("error"u8);
            writer.WriteString("code"u8, error.Code);
            writer.WriteString("message"u8, error.Message);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        EndLine(output);
        return true;
    }

    private void EndLine(IBufferWriter<byte> output)
    {
        if (layout == JsonLayout.Lines)
        {
            output.Write("\n"u8);
        }
    }
}

/// <summary>How JSON documents are put together.</summary>
internal enum JsonLayout
{
    Lines,
    Object,
    Array,
}
