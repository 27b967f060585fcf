using System.Text;

namespace NewsNlp.Fuzz.Targets;

/// <summary>
/// Any bytes as UTF-16: UTF-8, in which a surrogate by itself may stand as well (three bytes, as in WTF-8), so that every string has an
/// input; all else that is not valid is U+FFFD.
/// </summary>
internal static class TolerantText
{
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        Span<char> units = stackalloc char[2];
        while (!bytes.IsEmpty)
        {
            if (bytes is [0xED, >= 0xA0 and <= 0xBF, >= 0x80 and <= 0xBF, ..])
            {
                text.Append((char)(0xD000 | ((bytes[1] & 0x3F) << 6) | (bytes[2] & 0x3F)));
                bytes = bytes[3..];
                continue;
            }

            Rune.DecodeFromUtf8(bytes, out var rune, out int length);
            text.Append(units[..rune.EncodeToUtf16(units)]);
            bytes = bytes[length..];
        }

        return text.ToString();
    }

    public static byte[] Encode(ReadOnlySpan<char> text)
    {
        var bytes = new List<byte>(text.Length * 2);
        Span<byte> units = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out int length) == System.Buffers.OperationStatus.Done)
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
