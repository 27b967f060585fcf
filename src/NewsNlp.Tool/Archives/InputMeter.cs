using NewsNlp.Tool.Streams;

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

    private sealed class MeteredStream(FileStream file, InputMeter meter) : ForwardStream(file)
    {
        private readonly FileStream _file = file;

        public override long Length => _file.Length;

        public override long Position
        {
            get => _file.Position;
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            int read = _file.Read(buffer);
            meter.Add(read);
            return read;
        }
    }
}
