using System.Buffers;
using System.Text;

namespace NewsNlp.Export.Text;

/// <summary>A text writer over a buffer of bytes: UTF-8, LF. A surrogate pair may be split between two calls.</summary>
internal sealed class Utf8TextWriter(IBufferWriter<byte> output) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    // Keeps the bytes that are asked of the buffer at once below a bound.
    private const int PieceLength = 8 * 1024;

    private readonly Encoder _encoder = System.Text.Encoding.UTF8.GetEncoder();

    public override Encoding Encoding => System.Text.Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var piece = buffer[..Math.Min(buffer.Length, PieceLength)];
            _encoder.Convert(piece, output, flush: false, out _, out _);
            buffer = buffer[piece.Length..];
        }
    }

    public override void Flush() => _encoder.Convert([], output, flush: true, out _, out _);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // A high surrogate at the very end is still held back.
            Flush();
        }

        base.Dispose(disposing);
    }
}
