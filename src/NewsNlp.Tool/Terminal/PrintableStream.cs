using System.Text;

namespace NewsNlp.Tool.Terminal;

/// <summary>
/// A terminal as the target of data (JSON, CoNLL-U, HTML): what <see cref="Printable"/> makes visible in a line is made visible here, all
/// but line breaks and tabs. In JSON, where such characters stand in strings alone, the text stays the same JSON.
/// </summary>
internal sealed class PrintableStream(Stream terminal) : Stream
{
    // A character that came in two writes waits here for its end.
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var text = new char[Encoding.UTF8.GetMaxCharCount(buffer.Length)];
        var length = _decoder.GetChars(buffer, text, flush: false);
        terminal.Write(Encoding.UTF8.GetBytes(Printable.Lines(new string(text, 0, length))));
    }

    public override void Flush() => terminal.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
