using System.Globalization;
using System.Text;

namespace NewsNlp.Tool.Terminal;

/// <summary>
/// Makes text safe to show at a terminal: control characters, which could move the cursor or retitle the window, and
/// characters that reorder text become visible escapes.
/// </summary>
internal static class Printable
{
    /// <summary>The text on one line: line breaks are escaped too.</summary>
    public static string Line(string text) => Escape(text, NeedsEscape);

    /// <summary>The text in its lines: line feeds and tabs stay.</summary>
    public static string Lines(string text) => Escape(text, static c => c is not ('\n' or '\t') && NeedsEscape(c));

    private static string Escape(string text, Func<char, bool> needsEscape)
    {
        if (!text.Any(needsEscape))
        {
            return text;
        }

        var line = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (needsEscape(c))
            {
                line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            }
            else
            {
                line.Append(c);
            }
        }

        return line.ToString();
    }

    private static bool NeedsEscape(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
