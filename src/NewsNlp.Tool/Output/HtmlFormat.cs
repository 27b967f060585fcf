using System.Buffers;
using System.Text;
using NewsNlp.Documents;
using NewsNlp.Export;

namespace NewsNlp.Tool.Output;

/// <summary>One web page, of one article or of several.</summary>
internal sealed class HtmlFormat(bool several) : IDocumentFormat
{
    private readonly byte[] _start = several ? Capture(output => HtmlWriter.WriteStart(output)) : [];
    private readonly byte[] _end = several ? Capture(HtmlWriter.WriteEnd) : [];

    public ReadOnlySpan<byte> Start => _start;

    public ReadOnlySpan<byte> End => _end;

    public void Write(Document document, int number, IBufferWriter<byte> output)
    {
        if (several)
        {
            output.Write(Capture(article => HtmlWriter.WriteArticle(document, number, article)));
        }
        else
        {
            HtmlWriter.Write(document, output);
        }
    }

    private static byte[] Capture(Action<TextWriter> write)
    {
        using var text = new StringWriter();
        write(text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
