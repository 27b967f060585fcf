using System.Buffers;

namespace NewsNlp.Sentences;

/// <summary>
/// How a text uses line breaks: whether its lines are wrapped at a column, so that a break means nothing, or whether each
/// break ends a paragraph.
/// </summary>
/// <param name="WrapColumn">The length of the longest line, in UTF-16 code units, where lines are wrapped; else 0.</param>
internal readonly record struct LineLayout(int WrapColumn)
{
    /// <summary>A text with fewer line breaks that are no blank lines is not wrapped.</summary>
    public const int FewestBreaks = 2;

    private const int ShortestWrap = 40;
    private const int LongestWrap = 132;
    private const int FewestLines = 3;

    public static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\u2028\u2029");

    /// <summary>
    /// Reads the layout off a text. Lines are taken for wrapped where none is longer than a page is wide and most that
    /// another line follows directly reach three quarters of the longest.
    /// </summary>
    public static LineLayout Of(ReadOnlySpan<char> text)
    {
        var longest = 0;
        var lines = Measure(text, int.MaxValue, ref longest, out _, out _);
        if (lines < FewestLines || longest is < ShortestWrap or > LongestWrap)
        {
            return default;
        }

        Measure(text, longest * 3 / 4, ref longest, out var followed, out var full);
        return new(followed >= 2 && full * 3 >= followed * 2 ? longest : 0);
    }

    private static int Measure(ReadOnlySpan<char> text, int least, ref int longest, out int followed, out int full)
    {
        var lines = 0;
        followed = full = 0;
        var before = -1;
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny(LineEnds);
            var line = (end < 0 ? text : text[..end]).Trim();
            var skip = end < 0 ? text.Length : end + 1;
            if (end >= 0 && text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n')
            {
                skip++;
            }

            text = text[skip..];
            if (!line.IsEmpty)
            {
                lines++;
                longest = Math.Max(longest, line.Length);
                if (longest > LongestWrap)
                {
                    // One such line says all, and in most texts it comes soon.
                    break;
                }

                if (before >= 0)
                {
                    followed++;
                    full += before >= least ? 1 : 0;
                }
            }

            before = line.IsEmpty ? -1 : line.Length;
        }

        return lines;
    }
}
