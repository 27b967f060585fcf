using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace NewsNlp.Fuzz.Targets;

/// <summary>
/// Any bytes as UTF-16: UTF-8, in which a surrogate by itself may stand as well (three bytes, as in WTF-8), so that every string has an
/// input; all else that is not valid is U+FFFD.
/// </summary>
internal static class TolerantText
{
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        char[]? buffer = null;
        return new string(Decode(bytes, ref buffer, out _));
    }

    /// <summary>Decodes without allocating, once the buffer is long enough.</summary>
    /// <param name="bytes">The input.</param>
    /// <param name="buffer">Memory to decode to, made longer as needed.</param>
    /// <param name="isValid">Whether the bytes are valid UTF-8: then this is what any decoder makes of them.</param>
    /// <returns>The text; it lies in the buffer.</returns>
    public static ReadOnlySpan<char> Decode(ReadOnlySpan<byte> bytes, ref char[]? buffer, out bool isValid)
    {
        // A byte makes at most one code unit, U+FFFD included.
        if (buffer is null || buffer.Length < bytes.Length) buffer = new char[Math.Max(256, 2 * bytes.Length)];
        isValid = Utf8.ToUtf16(bytes, buffer, out int read, out int written, replaceInvalidSequences: false) == OperationStatus.Done;
        bytes = bytes[read..];
        while (!bytes.IsEmpty)
        {
            if (bytes is [0xED, >= 0xA0 and <= 0xBF, >= 0x80 and <= 0xBF, ..])
            {
                buffer[written++] = (char)(0xD000 | ((bytes[1] & 0x3F) << 6) | (bytes[2] & 0x3F));
                bytes = bytes[3..];
                continue;
            }

            Rune.DecodeFromUtf8(bytes, out var rune, out int length);
            written += rune.EncodeToUtf16(buffer.AsSpan(written));
            bytes = bytes[length..];
        }

        return buffer.AsSpan(0, written);
    }

    public static byte[] Encode(ReadOnlySpan<char> text)
    {
        var bytes = new List<byte>(text.Length * 2);
        Span<byte> units = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out int length) == OperationStatus.Done)
            {
                bytes.AddRange(units[..rune.EncodeToUtf8(units)]);
            }
            else
            {
                length = 1;
                bytes.AddRange([0xED, (byte)(0x80 | ((text[0] >> 6) & 0x3F)), (byte)(0x80 | (text[0] & 0x3F))]);
            }

            text = text[length..];
        }

        return [.. bytes];
    }
}
