using NewsNlp.Documents;
using NewsNlp.Export;

namespace NewsNlp.Fuzz.Targets;

/// <summary>The reader of JSON documents: a document that can be written and read again, or a format error, from any bytes.</summary>
internal sealed class DocumentJsonTarget : IFuzzTarget
{
    public string Name => "json";

    public InputForm Form => InputForm.Json;

    public void Run(ReadOnlySpan<byte> input)
    {
        Document document;
        try
        {
            document = DocumentJsonReader.Read(input);
        }
        catch (DocumentFormatException)
        {
            return;
        }

        var written = Json(document);
        var again = Json(DocumentJsonReader.Read(written));
        if (!written.AsSpan().SequenceEqual(again)) throw new FindingException("What was read and written reads otherwise.");
        if (document.Has(Layer.Tokens) && document.Has(Layer.Sentences)) ConlluWriter.Write(document, TextWriter.Null);
        HtmlWriter.Write(document, TextWriter.Null);
    }

    private static byte[] Json(Document document)
    {
        using var stream = new MemoryStream();
        DocumentJsonWriter.Write(document, stream);
        return stream.ToArray();
    }
}
