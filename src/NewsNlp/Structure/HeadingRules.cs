using NewsNlp.Documents;

namespace NewsNlp.Structure;

/// <summary>Which pieces of running text are headings.</summary>
internal static class HeadingRules
{
    private const int LongestHeadline = 200;
    private const int LongestStandfirst = 300;
    private const int LongestSubheading = 90;
    private const int LongestQuestion = 60;
    private const int LongestLabel = 40;
    private const int FarthestLabel = 8;

    /// <summary>The kind of the block that the piece of running text at <paramref name="index"/> makes.</summary>
    public static BlockKind Classify(ReadOnlySpan<char> text, ReadOnlySpan<Piece> pieces, int index, ref bool afterHeadline, ref bool any)
    {
        var line = pieces[index].Of(text);
        var isFirst = !any;
        any = true;
        if (isFirst && IsKicker(line) && NextText(pieces, index, 2) is > 0 and var next && IsHeadline(pieces[next].Of(text)))
        {
            any = false;
            return BlockKind.Subheading;
        }

        if (isFirst)
        {
            afterHeadline = IsHeadline(line) && NextText(pieces, index, pieces.Length) >= 0;
            return afterHeadline ? BlockKind.Headline : BlockKind.Paragraph;
        }

        var isStandfirst = afterHeadline && line.Length <= LongestStandfirst;
        afterHeadline = false;
        return IsSubheading(text, pieces, index, isStandfirst) ? BlockKind.Subheading : BlockKind.Paragraph;
    }

    /// <summary>A word in capitals above the headline: <c>EXCLUSIVE</c>, <c>OPINION</c>.</summary>
    private static bool IsKicker(ReadOnlySpan<char> line) => line.Length is >= 4 and <= 16 && !line.ContainsAnyExceptInRange('A', 'Z');

    /// <summary>One short line that is no sentence; some feeds put a full stop even behind title case.</summary>
    private static bool IsHeadline(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestHeadline || !StartsAsHeading(line))
        {
            return false;
        }

        return LineShape.Ending(line) switch
        {
            '.' or '…' => LineShape.IsTitleCase(line) || IsLabelledQuotation(line),
            ',' or ':' or ';' or '-' or '—' or '–' or '\0' => false,
            _ => LineShape.CountWords(line) >= 2,
        };
    }

    /// <summary><c>Q&amp;A: 'People think I hate robots. I don't.'</c></summary>
    private static bool IsLabelledQuotation(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon is > 0 and <= LongestLabel && line.Length > colon + 4 && line[colon + 2] is '\'' or '"' or '‘' or '“' && line[^1] is '\'' or '"' or '’' or '”'
            && line[(colon + 3)..^1].IndexOfAny('"', '“', '”') < 0;
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

        if (IsLabelOfSpeaker(text, pieces, index))
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

    /// <summary>In interviews and transcripts lines begin with the same labels again and again: <c>LT: Did you argue with her?</c></summary>
    private static bool IsLabelOfSpeaker(ReadOnlySpan<char> text, ReadOnlySpan<Piece> pieces, int index)
    {
        var line = pieces[index].Of(text);
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon is <= 0 or > LongestLabel)
        {
            return false;
        }

        var label = line[..(colon + 1)];
        var end = Math.Min(pieces.Length, index + FarthestLabel + 1);
        for (var i = Math.Max(0, index - FarthestLabel); i < end; i++)
        {
            if (i != index && pieces[i].Of(text).StartsWith(label, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
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
