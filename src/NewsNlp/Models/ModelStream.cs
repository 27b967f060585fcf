namespace NewsNlp.Models;

/// <summary>
/// Reads a model file from a stream of unknown length and honesty: memory grows with what really arrives, not with what
/// the stream or the file says about itself.
/// </summary>
internal static class ModelStream
{
    private const int ChunkSize = 1 << 20;

    /// <summary>The whole stream, pinned. At most about twice its size is held at a time.</summary>
    /// <exception cref="ModelFormatException">It is no model file, or not of the length that it says.</exception>
    public static ModelMemory Read(Stream stream)
    {
        var start = new byte[ModelContainer.HeaderSize];
        int got = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        int declared = ModelContainer.DeclaredLength(start.AsSpan(0, got));
        // The container's own checks say what is wrong with such a start.
        if (declared < got) return ModelMemory.CopyOf(start.AsSpan(0, got));

        var chunks = new List<(byte[] Bytes, int Length)>();
        int total = got, left = declared - got;
        while (left > 0)
        {
            var chunk = GC.AllocateUninitializedArray<byte>(Math.Min(ChunkSize, left));
            int read = stream.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false);
            chunks.Add((chunk, read));
            total += read;
            left -= read;
            if (read < chunk.Length) break;
        }
        // What follows the declared end is an error too; one more byte is enough to show it.
        bool longer = left == 0 && stream.ReadByte() >= 0;

        var memory = ModelMemory.Allocate(total + (longer ? 1 : 0), out var bytes);
        start.AsSpan(0, got).CopyTo(bytes);
        int at = got;
        for (int i = 0; i < chunks.Count; i++)
        {
            var (chunk, length) = chunks[i];
            chunk.AsSpan(0, length).CopyTo(bytes[at..]);
            at += length;
            chunks[i] = default;
        }
        return memory;
    }
}
