using NewsNlp.Tool.Streams;
using ZstdSharp;

namespace NewsNlp.Tool.Archives;

/// <summary>A stream that is unpacked while it is read; what is damaged or cut short is an <see cref="IOException"/>.</summary>
internal sealed class UnpackedStream(Stream inner, string format) : ForwardStream(inner)
{
    private readonly Stream _inner = inner;

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return _inner.Read(buffer);
        }
        catch (Exception exception) when (exception is InvalidDataException or ZstdException or EndOfStreamException)
        {
            throw new IOException($"The {format} data is damaged or cut short: {exception.Message}", exception);
        }
    }
}
