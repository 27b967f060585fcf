using System.Buffers;

namespace NewsNlp.Tool.Input.Html;

/// <summary>
/// Tells how deeply a page nests its elements, roughly, before it is parsed: parsing takes time in the square of it, and
/// no article is nested a thousand deep.
/// </summary>
internal static class HtmlNesting
{
    public const int Limit = 1000;

    // Elements that have no end, or whose end may be left out.
    private static readonly HashSet<string> Open = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "body", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p", "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr",
    };

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");

    public static bool IsTooDeep(ReadOnlySpan<char> html)
    {
        var open = Open.GetAlternateLookup<ReadOnlySpan<char>>();
        var depth = 0;
        while (true)
        {
            var tag = html.IndexOf('<');
            if (tag < 0 || tag + 1 >= html.Length)
            {
                return false;
            }

            html = html[(tag + 1)..];
            var isEnd = html[0] == '/';
            var name = isEnd ? html[1..] : html;
            if (name.IsEmpty || !char.IsAsciiLetter(name[0]))
            {
                continue;
            }

            var length = name.IndexOfAny(NameEnd);
            name = length < 0 ? name : name[..length];
            if (!open.Contains(name))
            {
                depth = Math.Max(0, depth + (isEnd ? -1 : 1));
                if (depth > Limit)
                {
                    return true;
                }
            }
        }
    }
}
