using System.Buffers;

namespace NewsNlp.Structure;

/// <summary>Whether words are a picture's credit: <c>Photograph: Bo Ray/PA</c>, <c>(AP Photo/Bo Ray)</c>, <c>Getty Images</c>.</summary>
internal static class CreditRules
{
    private const int LongestLine = 160;
    private const int LongestRemainder = 100;
    private const int LongestLabel = 16;

    private static readonly string[] Labels =
    [
        "Photograph:", "Photograph by", "Photo:", "Photos:", "Photo by", "Picture:", "Pictures:", "Image:", "Images:", "Credit:", "Credit...", "Pic:",
        "Illustration:", "Composite:", "Video:",
    ];

    private static readonly SearchValues<string> AnyLabel = SearchValues.Create(Labels, StringComparison.Ordinal);

    public static bool IsCredit(ReadOnlySpan<char> line)
    {
        line = LineShape.TrimBullet(line);
        if (line.Length is < 2 or > LongestLine)
        {
            return false;
        }

        line = LineShape.TrimBrackets(line);
        return StructureLexicon.Default.PictureAgencies.Contains(line) || HasOpener(line) || IsNamesAndAgencies(line) || IsRightsLine(line);
    }

    /// <summary>
    /// Where a credit at the end of a caption begins; -1 where there is none. <c>People in the park. Photograph: Bo Ray/PA</c>.
    /// </summary>
    public static int FindTrailing(ReadOnlySpan<char> line)
    {
        if (line.Length is < 12 or > 1500)
        {
            return -1;
        }

        var trimmed = line.TrimEnd('.');
        if (trimmed is [.., ')' or ']'])
        {
            var open = trimmed.LastIndexOfAny('(', '[');
            return open > 0 && trimmed.Length - open <= LongestLine && IsBracketed(trimmed[(open + 1)..^1]) ? open : -1;
        }

        var label = FindLabel(line);
        return label > 0 ? label : FindNames(line);
    }

    /// <summary>Whether the words begin as credits do and go on with names.</summary>
    private static bool HasOpener(ReadOnlySpan<char> line)
    {
        var opener = StructureLexicon.Default.CreditOpeners.Match(line);
        return opener > 0 && IsNameLike(line[opener..]);
    }

    /// <summary>In brackets at a line's end: the opener is needed, or a slash between a name and an agency.</summary>
    private static bool IsBracketed(ReadOnlySpan<char> inner) =>
        HasOpener(inner) || (inner.Contains('/') && IsNamesAndAgencies(inner))
        || inner.EndsWith(" via AP", StringComparison.Ordinal) || inner.Equals("Getty Images", StringComparison.Ordinal);

    /// <summary>Names and agencies behind the last sentence: <c>A diver. Kit Moss/AFP/Getty Images</c>.</summary>
    private static int FindNames(ReadOnlySpan<char> line)
    {
        // Farther from the end it would not count.
        var from = Math.Max(0, line.Length - LongestRemainder);
        var end = line[from..];
        var stop = from + Math.Max(end.LastIndexOf(". ", StringComparison.Ordinal), end.LastIndexOf("” ", StringComparison.Ordinal));
        return stop >= from && stop > 8 && line.Length - stop <= LongestRemainder && IsNamesAndAgencies(line[(stop + 2)..]) ? stop + 2 : -1;
    }

    /// <summary>The last <c>Photograph:</c> or its like with names behind it, where a sentence ends before it or it is glued to one.</summary>
    private static int FindLabel(ReadOnlySpan<char> line)
    {
        // Farther from the end they would not count, and hardly any line has one there.
        var from = Math.Max(0, line.Length - LongestRemainder - LongestLabel);
        var end = line[from..];
        var best = -1;
        if (!end.ContainsAny(AnyLabel))
        {
            return best;
        }

        foreach (var label in Labels)
        {
            var at = from + end.LastIndexOf(label, StringComparison.Ordinal);
            if (at >= from && at > best && at > 8 && line.Length - at - label.Length <= LongestRemainder && EndsCaption(line[..at]) && IsNameLike(line[(at + label.Length)..])
                && at + label.Length < line.Length)
            {
                best = at;
            }
        }

        return best;
    }

    private static bool EndsCaption(ReadOnlySpan<char> before) =>
        !LineShape.IsBlank(before[^1]) || LineShape.EndsSentence(before) || before.TrimEnd()[^1] is '|' or ')' or '”' or '’';

    /// <summary>A few words, no sentence: mostly capitalized, digits and small words apart.</summary>
    private static bool IsNameLike(ReadOnlySpan<char> rest)
    {
        if (rest.Length > LongestRemainder)
        {
            return false;
        }

        int upper = 0, lower = 0;
        var words = new WordWalker(rest);
        while (words.MoveNext())
        {
            var word = words.Current.Trim(",.;:()[]/|-–—…'\"‘’“”@©");
            if (word.IsEmpty || char.IsAsciiDigit(word[0]) || IsSmallWord(word))
            {
                continue;
            }

            if (char.IsUpper(word[0]) || words.Current[0] == '@')
            {
                upper++;
            }
            else
            {
                lower++;
            }
        }

        return upper + lower <= 14 && lower <= upper / 2;
    }

    private static bool IsSmallWord(ReadOnlySpan<char> word) =>
        word is "of" or "for" or "the" or "and" or "via" or "by" or "from" or "courtesy" or "in" or "de" or "van" or "von" or "file" or "handout" or "dated";

    /// <summary><c>Bo Ray/Reuters</c>, <c>Bo Ray | AFP</c>, <c>Bo Ray/AFP via Getty Images</c>: names and at least one agency.</summary>
    private static bool IsNamesAndAgencies(ReadOnlySpan<char> line)
    {
        if (line.Length > 90 || line.IndexOfAny('/', '|') < 0 && !line.Contains(" via ", StringComparison.Ordinal))
        {
            return false;
        }

        var lexicon = StructureLexicon.Default;
        var agencies = 0;
        while (!line.IsEmpty)
        {
            var cut = line.IndexOfAny('/', '|');
            var via = line.IndexOf(" via ", StringComparison.Ordinal);
            var length = 1;
            if (via >= 0 && (cut < 0 || via < cut))
            {
                (cut, length) = (via, 5);
            }

            var part = (cut < 0 ? line : line[..cut]).Trim();
            line = cut < 0 ? default : line[(cut + length)..];
            if (lexicon.Agencies.Contains(part) || lexicon.PictureAgencies.Contains(part))
            {
                agencies++;
            }
            else if (!IsNames(part))
            {
                return false;
            }
        }

        return agencies > 0;
    }

    private static bool IsNames(ReadOnlySpan<char> part)
    {
        var words = new WordWalker(part);
        var count = 0;
        while (words.MoveNext())
        {
            if (!char.IsUpper(words.Current[0]) && !IsSmallWord(words.Current) || char.IsAsciiDigit(words.Current[0]))
            {
                return false;
            }

            count++;
        }

        return count is > 0 and <= 7;
    }

    /// <summary><c>© Bo Ray</c>; with a year it is the page's and furniture.</summary>
    private static bool IsRightsLine(ReadOnlySpan<char> line) => line is ['©', ..] && line.Length <= 60 && IsNameLike(line[1..]);
}
