using System.Text;
using NewsNlp.Tool.Streams;

namespace NewsNlp.Tool.Terminal;

/// <summary>
/// A terminal as the target of data (JSON, CoNLL-U, HTML): what <see cref="Printable"/> makes visible in a line is made visible here, all
/// but line breaks and tabs. In JSON, where such characters stand in strings alone, the text stays the same JSON.
/// </summary>
internal sealed class PrintableStream(Stream terminal) : WriteOnlyStream
{
    // A character that came in two writes waits here for its end.
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var text = new char[Encoding.UTF8.GetMaxCharCount(buffer.Length)];
        var length = _decoder.GetChars(buffer, text, flush: false);
        terminal.Write(Encoding.UTF8.GetBytes(Printable.Lines(new string(text, 0, length))));
    }

    public override void Flush() => terminal.Flush();
}
