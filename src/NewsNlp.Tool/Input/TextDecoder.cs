using System.Buffers;
using System.Text;

namespace NewsNlp.Tool.Input;

/// <summary>Decodes whole texts: UTF-8 with or without its byte order mark, or UTF-16 with one.</summary>
internal static class TextDecoder
{
    /// <exception cref="InputException">The bytes are not valid in their encoding; the message says where.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
        {
            return DecodeUtf8(bytes[3..], 3);
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
        {
            return DecodeUtf16(bytes, bigEndian: false);
        }

        return bytes.StartsWith<byte>([0xFE, 0xFF]) ? DecodeUtf16(bytes, bigEndian: true) : DecodeUtf8(bytes, 0);
    }

    /// <summary>The stream as UTF-8 without a byte order mark.</summary>
    public static Stream ToUtf8(Stream stream)
    {
        var head = new byte[3];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var bytes = head.AsSpan(0, length);
        if (bytes.StartsWith("\uFEFF"u8))
        {
            return stream;
        }

        Encoding? encoding = bytes.StartsWith<byte>([0xFF, 0xFE]) ? Encoding.Unicode
            : bytes.StartsWith<byte>([0xFE, 0xFF]) ? Encoding.BigEndianUnicode
            : null;
        return encoding is null
            ? new PrefixedStream(head.AsMemory(0, length), stream)
            : Encoding.CreateTranscodingStream(new PrefixedStream(head.AsMemory(2, length - 2), stream), encoding, new UTF8Encoding(false));
    }

    private static string DecodeUtf8(ReadOnlySpan<byte> bytes, int offset)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var consumed) == OperationStatus.Done)
        {
            at += consumed;
        }

        throw new InputException(
            ErrorCodes.InvalidUtf8,
            $"Not UTF-8: byte {offset + at + 1} is 0x{bytes[at]:X2}. Convert the text first, for example with iconv -f WINDOWS-1252 -t UTF-8.");
    }

    private static string DecodeUtf16(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        if (bytes.Length % 2 != 0)
        {
            throw new InputException(ErrorCodes.InvalidUtf8, $"Not UTF-16: the byte order mark says so, but byte {bytes.Length} is left over.");
        }

        // Lone surrogates are left as they are: a document can hold them.
        return string.Create((bytes.Length / 2) - 1, bytes[2..], bigEndian ? ReadBigEndian : ReadLittleEndian);
    }

    private static void ReadBigEndian(Span<char> text, ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = (char)((bytes[2 * i] << 8) | bytes[(2 * i) + 1]);
        }
    }

    private static void ReadLittleEndian(Span<char> text, ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = (char)((bytes[(2 * i) + 1] << 8) | bytes[2 * i]);
        }
    }
}
