using System.Buffers;
using System.Globalization;

namespace NewsNlp.Export.Html;

/// <summary>Writes text so that it stays text, between tags as well as inside a quoted attribute.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. "&<>\"'\u007F", .. Enumerable.Range(0, 0x20).Except([0x09, 0x0A, 0x0D]).Select(code => (char)code), .. Enumerable.Range(0x80, 0x20).Select(code => (char)code)]);

    public static void WriteText(this TextWriter output, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var special = text.IndexOfAny(Special);
            if (special < 0)
            {
                output.Write(text);
                return;
            }

            output.Write(text[..special]);
            output.Write(Escape(text[special]));
            text = text[(special + 1)..];
        }
    }

    public static void WriteNumber(this TextWriter output, int number)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        output.Write(digits[..length]);
    }

    private static string Escape(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",

        // HTML has no place for control characters. Unicode has pictures of the older ones.
        '\u007F' => "\u2421",
        < ' ' => ((char)(0x2400 + c)).ToString(),
        _ => "\uFFFD",
    };
}
