using System.Buffers;

namespace NewsNlp.Tool.Input;

/// <summary>Splits a stream of bytes, which it owns, into lines. Lines end with LF or CR LF; the last may lack it.</summary>
internal sealed class LineReader(Stream stream, int maximumLength = LineReader.DefaultMaximumLength) : IDisposable
{
    /// <summary>What still fits into one array with room to spare.</summary>
    public const int DefaultMaximumLength = 1_000_000_000;

    private const int InitialSize = 64 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _start;
    private int _end;
    private bool _atEnd;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <returns>The line without its ending, in memory of its own; null at the end.</returns>
    /// <exception cref="InputException">The line is too long; it was skipped, and reading can go on.</exception>
    public byte[]? Read()
    {
        var searched = 0;
        while (true)
        {
            var newline = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                return Take(searched + newline, 1);
            }

            searched = _end - _start;
            if (_atEnd)
            {
                return searched == 0 ? null : Take(searched, 0);
            }

            if (searched > maximumLength)
            {
                SkipLine();
                throw new InputException(ErrorCodes.LineTooLong, $"The line is longer than {maximumLength} bytes.");
            }

            Fill();
        }
    }

    public void Dispose()
    {
        stream.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private byte[] Take(int length, int ending)
    {
        var line = _buffer.AsSpan(_start, length);
        _start += length + ending;
        LineNumber++;
        return line.EndsWith("\r"u8) ? line[..^1].ToArray() : line.ToArray();
    }

    private void SkipLine()
    {
        LineNumber++;
        while (!_atEnd)
        {
            _start = _end = 0;
            Fill();
            var newline = _buffer.AsSpan(0, _end).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                _start = newline + 1;
                return;
            }
        }

        _start = _end = 0;
    }

    private void Fill()
    {
        if (_end == _buffer.Length)
        {
            if (_start > 0)
            {
                _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            }
            else
            {
                Grow();
            }

            _end -= _start;
            _start = 0;
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _atEnd = read == 0;
        _end += read;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * _buffer.Length, Array.MaxLength));
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
