using NewsNlp.Documents;

namespace NewsNlp.Structure;

/// <summary>Which pieces of running text are headings.</summary>
internal static class HeadingRules
{
    private const int LongestHeadline = 200;
    private const int LongestStandfirst = 300;
    private const int LongestSubheading = 90;
    private const int LongestQuestion = 60;

    /// <summary>The kind of the block that the piece of running text at <paramref name="index"/> makes.</summary>
    public static BlockKind Classify(ReadOnlySpan<char> text, ReadOnlySpan<Piece> pieces, int index, ref bool afterHeadline, ref bool any)
    {
        var line = pieces[index].Of(text);
        var isFirst = !any;
        any = true;
        if (isFirst)
        {
            afterHeadline = IsHeadline(line) && NextText(pieces, index, pieces.Length) >= 0;
            return afterHeadline ? BlockKind.Headline : BlockKind.Paragraph;
        }

        var isStandfirst = afterHeadline && line.Length <= LongestStandfirst;
        afterHeadline = false;
        return IsSubheading(text, pieces, index, isStandfirst) ? BlockKind.Subheading : BlockKind.Paragraph;
    }

    /// <summary>One short line that is no sentence; some feeds put a full stop even behind title case.</summary>
    private static bool IsHeadline(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestHeadline || !StartsAsHeading(line))
        {
            return false;
        }

        return LineShape.Ending(line) switch
        {
            '.' or '…' => LineShape.IsTitleCase(line),
            ',' or ':' or ';' or '-' or '—' or '–' or '\0' => false,
            _ => LineShape.CountWords(line) >= 2,
        };
    }

    private static bool IsSubheading(ReadOnlySpan<char> text, ReadOnlySpan<Piece> pieces, int index, bool isStandfirst)
    {
        var line = pieces[index].Of(text);
        if (line.Length > (isStandfirst ? LongestStandfirst : LongestSubheading) || !StartsAsHeading(line) || LineShape.EndsAsText(line) || LineShape.StartsWithBullet(line) || LineShape.Ending(line) == '\0')
        {
            return false;
        }

        if (LineShape.Ending(line) == '?' && (line.Length > LongestQuestion || line.Contains(". ", StringComparison.Ordinal) || line.Contains("? ", StringComparison.Ordinal)))
        {
            return false;
        }

        // A heading has text under it; lines among lines of their kind are a list.
        var next = NextText(pieces, index, isStandfirst ? 16 : 6);
        if (next < 0)
        {
            return false;
        }

        var nextLine = pieces[next].Of(text);
        return nextLine.Length > LongestSubheading || LineShape.EndsSentence(nextLine) || LineShape.Ending(nextLine) == ':';
    }

    private static bool StartsAsHeading(ReadOnlySpan<char> line)
    {
        var first = LineShape.FirstAlphanumeric(line);
        return first != '\0' && !char.IsLower(first);
    }

    private static int NextText(ReadOnlySpan<Piece> pieces, int index, int farthest = 6)
    {
        for (var i = index + 1; i < pieces.Length && i - index <= farthest; i++)
        {
            if (pieces[i].Kind == PieceKind.Text)
            {
                return i;
            }
        }

        return -1;
    }
}
