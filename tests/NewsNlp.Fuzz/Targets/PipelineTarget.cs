using System.Text;
using NewsNlp.Documents;
using NewsNlp.Export;

namespace NewsNlp.Fuzz.Targets;

/// <summary>The whole pipeline, and every writer over what it found; what is written as JSON is read back and written again.</summary>
/// <param name="name">Its name.</param>
/// <param name="writes">Whether the writers are run too: they take far longer than the stages do.</param>
internal sealed class PipelineTarget(string name, bool writes) : IFuzzTarget
{
    private readonly NlpPipeline _pipeline = NlpPipeline.CreateDefault();

    public string Name => name;

    public InputForm Form => InputForm.Text;

    public void Run(ReadOnlySpan<byte> input)
    {
        string text = TolerantText.Decode(input);
        var document = _pipeline.Process(text, new DocumentMetadata("fuzz"));
        if (!ReferenceEquals(document.Text, text)) throw new FindingException("The document has another text.");
        CheckSpans(document);
        if (!writes) return;
        CheckJson(document);
        ConlluWriter.Write(document, TextWriter.Null);
        CheckHtml(document);
    }

    private static void CheckSpans(Document document)
    {
        int length = document.Text.Length;
        foreach (var quote in document.Quotes)
        {
            foreach (var span in quote.Contents) Check(span, length);
            foreach (var span in quote.Source) Check(span, length);
            if (quote.Confidence is not (>= 0 and <= 1)) throw new FindingException("A confidence is no share.");
        }

        foreach (var mention in document.EntityMentions)
        {
            Check(mention.Span, length);
            if (mention.Score is not (>= 0 and <= 1)) throw new FindingException("A score is no share.");
        }

        foreach (var entity in document.Entities)
        {
            if (entity.Mentions.Count == 0) throw new FindingException("An entity has no mention.");
            foreach (var mention in entity.Mentions) Check(mention.Span, length);
        }
    }

    private static void Check(TextSpan span, int length)
    {
        if (span.Start < 0 || span.Length <= 0 || span.End > length) throw new FindingException("A span is empty or leaves the text.");
    }

    private static void CheckJson(Document document)
    {
        var first = Json(document);
        // A lone surrogate cannot be written as such: the text read back has U+FFFD there, and that text must be stable.
        var read = DocumentJsonReader.Read(first.ToArray());
        var second = Json(read);
        var third = Json(DocumentJsonReader.Read(second.ToArray()));
        if (!second.ToArray().AsSpan().SequenceEqual(third.ToArray())) throw new FindingException("JSON read and written again is another.");
        if (read.Tokens.Count != document.Tokens.Count || read.Quotes.Count != document.Quotes.Count
            || read.EntityMentions.Count != document.EntityMentions.Count || read.Entities.Count != document.Entities.Count)
            throw new FindingException("JSON read back lacks something.");
    }

    private static MemoryStream Json(Document document)
    {
        var stream = new MemoryStream();
        DocumentJsonWriter.Write(document, stream);
        return stream;
    }

    private static void CheckHtml(Document document)
    {
        var page = new StringBuilder();
        using var writer = new StringWriter(page);
        HtmlWriter.Write(document, writer);
        if (page.ToString().Contains("<script", StringComparison.OrdinalIgnoreCase) && document.Text.Contains("<script", StringComparison.OrdinalIgnoreCase))
            throw new FindingException("A script of the text stands in the page.");
    }
}
