using System.Text;

namespace NewsNlp.Tool.Hosting;

/// <summary>
/// Standard error, where nothing that is written can fail: with nobody to tell, a run still does its work and ends with its exit code.
/// </summary>
internal static class StandardError
{
    public static TextWriter Open() =>
        TextWriter.Synchronized(new StreamWriter(new Forgiving(Console.OpenStandardError()), new UTF8Encoding(false)) { AutoFlush = true });

    private sealed class Forgiving(Stream inner) : Stream
    {
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
            try
            {
                inner.Write(buffer);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // A full disk, or a descriptor that is closed.
            }
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
