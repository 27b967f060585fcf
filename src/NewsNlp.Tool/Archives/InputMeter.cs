namespace NewsNlp.Tool.Archives;

/// <summary>Counts how many bytes of the input files were read, packed as they lie on the disk.</summary>
internal sealed class InputMeter
{
    private long _read;

    /// <summary>The length of all inputs; 0 where it is not known.</summary>
    public long Total { get; set; }

    /// <summary>How much of the input was read, from 0 to 1; null where that is not known.</summary>
    public double? Fraction => Total > 0 ? Math.Min(1, Volatile.Read(ref _read) / (double)Total) : null;

    public void Add(long bytes) => Interlocked.Add(ref _read, bytes);

    /// <summary>Opens a file whose bytes are counted as they are read.</summary>
    public Stream Open(string path) => new MeteredStream(File.OpenRead(path), this);

    private sealed class MeteredStream(FileStream file, InputMeter meter) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => file.Length;

        public override long Position
        {
            get => file.Position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int read = file.Read(buffer);
            meter.Add(read);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                file.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
