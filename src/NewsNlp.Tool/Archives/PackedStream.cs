using NewsNlp.Tool.Streams;

namespace NewsNlp.Tool.Archives;

/// <summary>
/// Packs what is written into members (gzip) or frames (Zstandard) that each can be unpacked by themselves, so that a file that was cut
/// at the end of one is whole. Flushing does not end one; that would make many small ones.
/// </summary>
internal sealed class PackedStream(Stream target, CompressionKind kind) : WriteOnlyStream
{
    // Enough that starting anew costs nothing to speak of.
    private const int MemberSize = 4 * 1024 * 1024;

    private Stream? _member;
    private long _length;

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
