using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsNlp.Export.Json;

/// <summary>
/// Strings in and out of JSON, lone surrogates included. <see cref="Utf8JsonWriter"/> would replace those and
/// <see cref="Utf8JsonReader"/> refuses them; JSON itself can carry them as <c>\uD800</c>, and does so in the output of
/// JavaScript and Python.
/// </summary>
internal static class JsonStrings
{
    // The writer asks its buffer for room for a whole segment, at up to six bytes a code unit.
    private const int SegmentLength = 16 * 1024;

    private const int EscapeLength = 6;

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<char> value)
    {
        if (IndexOfLoneSurrogate(value) >= 0)
        {
            WriteEscaped(writer, value);
            return;
        }

        if (value.Length <= SegmentLength)
        {
            writer.WriteStringValue(value);
            return;
        }

        while (value.Length > SegmentLength)
        {
            writer.WriteStringValueSegment(value[..SegmentLength], isFinalSegment: false);
            value = value[SegmentLength..];
        }

        writer.WriteStringValueSegment(value, isFinalSegment: true);
    }

    public static int IndexOfLoneSurrogate(ReadOnlySpan<char> value)
    {
        var offset = 0;
        while (true)
        {
            var next = value[offset..].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0)
            {
                return -1;
            }

            offset += next;
            if (!IsPairAt(value, offset))
            {
                return offset;
            }

            offset += 2;
        }
    }

    /// <summary>Whether the string or property name that the reader stands on is <paramref name="name"/>, which is ASCII; what is not valid UTF-8 is not.</summary>
    public static bool Is(in Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (!reader.ValueIsEscaped)
        {
            return reader.ValueSpan.SequenceEqual(name);
        }

        // An escape makes a value longer than what it stands for, never shorter.
        return reader.ValueSpan.Length > name.Length && TryRead(reader) is { } value && Ascii.Equals(name, value.AsSpan());
    }

    /// <summary>The string or property name that the reader stands on.</summary>
    /// <exception cref="FormatException">It is not valid UTF-8.</exception>
    public static string Read(in Utf8JsonReader reader) =>
        TryRead(reader) ?? throw new FormatException("The string is not valid UTF-8.");

    private static string? TryRead(in Utf8JsonReader reader)
    {
        try
        {
            return reader.ValueIsEscaped
                ? Unescape(reader.ValueSpan)
                : Strict.GetString(reader.ValueSpan);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static UTF8Encoding Strict { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static bool IsPairAt(ReadOnlySpan<char> value, int index) =>
        char.IsHighSurrogate(value[index]) && index + 1 < value.Length && char.IsLowSurrogate(value[index + 1]);

    private static void WriteEscaped(Utf8JsonWriter writer, ReadOnlySpan<char> value)
    {
        var encoder = writer.Options.Encoder ?? JavaScriptEncoder.Default;
        var json = new ArrayBufferWriter<byte>(value.Length + 2);
        json.Write("\""u8);
        while (!value.IsEmpty)
        {
            var lone = IndexOfLoneSurrogate(value);
            WritePlain(json, encoder, lone < 0 ? value : value[..lone]);
            if (lone < 0)
            {
                break;
            }

            var escape = json.GetSpan(EscapeLength);
            @"\u"u8.CopyTo(escape);
            ((int)value[lone]).TryFormat(escape[2..], out _, "X4", System.Globalization.CultureInfo.InvariantCulture);
            json.Advance(EscapeLength);
            value = value[(lone + 1)..];
        }

        json.Write("\""u8);
        writer.WriteRawValue(json.WrittenSpan, skipInputValidation: true);
    }

    private static void WritePlain(ArrayBufferWriter<byte> json, JavaScriptEncoder encoder, ReadOnlySpan<char> value)
    {
        var buffer = ArrayPool<char>.Shared.Rent(SegmentLength);
        while (!value.IsEmpty)
        {
            encoder.Encode(value, buffer, out var consumed, out var written);
            Encoding.UTF8.GetBytes(buffer.AsSpan(0, written), json);
            value = value[consumed..];
        }

        ArrayPool<char>.Shared.Return(buffer);
    }

    private static string Unescape(ReadOnlySpan<byte> json)
    {
        // The reader has checked the escapes. What they stand for is never longer than they are.
        var buffer = ArrayPool<char>.Shared.Rent(json.Length);
        try
        {
            var length = 0;
            while (true)
            {
                var escape = json.IndexOf((byte)'\\');
                length += Strict.GetChars(escape < 0 ? json : json[..escape], buffer.AsSpan(length));
                if (escape < 0)
                {
                    return new string(buffer, 0, length);
                }

                buffer[length++] = UnescapeOne(json[(escape + 1)..]);
                json = json[(escape + (json[escape + 1] == 'u' ? EscapeLength : 2))..];
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static char UnescapeOne(ReadOnlySpan<byte> escape) => (char)escape[0] switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => (char)int.Parse(
            escape.Slice(1, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture),
        var c => c,
    };
}
