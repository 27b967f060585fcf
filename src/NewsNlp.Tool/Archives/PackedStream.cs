namespace NewsNlp.Tool.Archives;

/// <summary>
/// Packs what is written into members (gzip) or frames (Zstandard) that each can be unpacked by themselves, so that a file that was cut
/// at the end of one is whole. Flushing does not end one; that would make many small ones.
/// </summary>
internal sealed class PackedStream(Stream target, CompressionKind kind) : Stream
{
    // Enough that starting anew costs nothing to speak of.
    private const int MemberSize = 4 * 1024 * 1024;

    private Stream? _member;
    private long _length;

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
        if (_length >= MemberSize)
        {
            EndMember();
        }

        _member ??= Compression.StartMember(target, kind);
        _member.Write(buffer);
        _length += buffer.Length;
    }

    /// <summary>Ends the member, so that all that was written stands in the target.</summary>
    public void EndMember()
    {
        _member?.Dispose();
        _member = null;
        _length = 0;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            EndMember();
            target.Dispose();
        }

        base.Dispose(disposing);
    }
}
