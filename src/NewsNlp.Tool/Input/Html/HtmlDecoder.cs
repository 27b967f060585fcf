using System.Text;
using System.Text.RegularExpressions;

namespace NewsNlp.Tool.Input.Html;

/// <summary>
/// Decodes a saved page as browsers do: by its byte order mark, else by what it says of itself, else as UTF-8 if it is
/// that, else as Windows-1252.
/// </summary>
internal static partial class HtmlDecoder
{
    private const int SniffedLength = 4096;

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static string Decode(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("\uFEFF"u8)
            || bytes.AsSpan().StartsWith<byte>([0xFF, 0xFE])
            || bytes.AsSpan().StartsWith<byte>([0xFE, 0xFF]))
        {
            using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }

        return (Declared(bytes) ?? (System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8 : Western)).GetString(bytes);
    }

    private static Encoding? Declared(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, SniffedLength));
        if (CharacterSet().Match(head) is not { Success: true } match)
        {
            return null;
        }

        var name = match.Groups[1].Value;
        try
        {
            // Whoever says Latin 1 means Windows-1252. A page in ASCII letters that claims UTF-16 does not know itself.
            return name.ToUpperInvariant() switch
            {
                "ISO-8859-1" or "LATIN1" or "US-ASCII" or "ASCII" => Western,
                "UTF-16" or "UTF-16LE" or "UTF-16BE" => Encoding.UTF8,
                _ => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name),
            };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("<meta[^>]*charset\\s*=\\s*[\"']?([A-Za-z0-9_:-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex CharacterSet();
}
