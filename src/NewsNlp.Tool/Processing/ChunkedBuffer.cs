using System.Buffers;

namespace NewsNlp.Tool.Processing;

/// <summary>Output that waits for its turn: rented pieces, so that it may be longer than any one array.</summary>
internal sealed class ChunkedBuffer : IBufferWriter<byte>, IDisposable
{
    private const int FirstChunk = 16 * 1024;
    private const int LargestChunk = 1024 * 1024;

    private readonly List<(byte[] Array, int Length)> _full = [];
    private byte[] _chunk = [];
    private int _length;

    public bool IsEmpty => _length == 0 && _full.Count == 0;

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _chunk.Length - _length);
        _length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _chunk.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _chunk.AsSpan(_length);
    }

    public void WriteTo(Stream stream)
    {
        foreach (var (array, length) in _full)
        {
            stream.Write(array, 0, length);
        }

        stream.Write(_chunk, 0, _length);
    }

    public void Dispose()
    {
        foreach (var (array, _) in _full)
        {
            ArrayPool<byte>.Shared.Return(array);
        }

        _full.Clear();
        if (_chunk.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_chunk);
        }

        _chunk = [];
        _length = 0;
    }

    private void MakeRoom(int sizeHint)
    {
        var size = Math.Max(sizeHint, 1);
        if (_chunk.Length - _length >= size)
        {
            return;
        }

        if (_length > 0)
        {
            _full.Add((_chunk, _length));
        }
        else if (_chunk.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_chunk);
        }

        _chunk = ArrayPool<byte>.Shared.Rent(Math.Max(size, Math.Clamp(2 * _chunk.Length, FirstChunk, LargestChunk)));
        _length = 0;
    }
}
