using System.Buffers;

namespace NewsNlp.Structure;

/// <summary>Datelines: <c>LONDON (AP) —</c> before a paragraph's text, and lines that hold nothing else.</summary>
internal static class DatelineRules
{
    private const int Farthest = 110;

    // Shorter words in capitals before a dash are rather acronyms, unless they are known places.
    private const int ShortestPlace = 5;

    /// <summary>What <see cref="Separator"/> looks at.</summary>
    private static readonly SearchValues<char> Separators = SearchValues.Create("—–―-:");

    /// <summary>
    /// How much of a paragraph's beginning is its dateline, the dash or colon included; 0 where it has none. The treebanks make
    /// such a dateline a sentence of its own, so that cutting it off costs nothing and keeps the first sentence clean.
    /// </summary>
    public static int Measure(ReadOnlySpan<char> paragraph)
    {
        // The last separator wins: "CAIRO - 21 July 2022: ".
        var length = 0;
        var head = paragraph[..Math.Min(paragraph.Length, Farthest)];
        for (var i = 3; i + 1 < head.Length; i++)
        {
            var next = head[i..].IndexOfAny(Separators);
            i += next;
            if (next < 0 || i + 1 >= head.Length)
            {
                break;
            }

            var width = Separator(head, i);
            if (width == 0)
            {
                continue;
            }

            var end = i + width;
            if (IsDateline(head[..i].TrimEnd(), head[i]) && HasTextBehind(paragraph[end..]))
            {
                length = end;
            }

            i = end - 1;
        }

        return length;
    }

    /// <summary>Whether a line is nothing but a place, a place with date and agency, or a date.</summary>
    public static bool IsDatelineLine(ReadOnlySpan<char> line)
    {
        if (line.Length > Farthest)
        {
            return false;
        }

        line = line.TrimEnd(" -–—:|".AsSpan());
        if (line.Length < 3)
        {
            return false;
        }

        var parts = new DatelineParts(line);
        return parts.IsValid && parts.Words <= 12
            && ((parts.HasAgency && parts.HasPlace) || (parts.HasPlace && parts.IsKnownPlace && (parts.HasDate || parts.IsCapitals)));
    }

    private static int Separator(ReadOnlySpan<char> head, int at)
    {
        switch (head[at])
        {
            case '—' or '–' or '―':
                return 1;
            case '-' when at + 1 < head.Length && head[at + 1] == '-':
                return at + 2 < head.Length && head[at + 2] == '-' ? 3 : 2;
            case '-' when (LineShape.IsBlank(head[at - 1]) || head[at - 1] == ')') && (LineShape.IsBlank(head[at + 1]) || head[at - 1] == ')'):
                return 1;
            case ':' when LineShape.IsBlank(head[at + 1]):
                return 1;
            default:
                return 0;
        }
    }

    private static bool HasTextBehind(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        return rest.Length >= 20 && (char.IsUpper(rest[0]) || !char.IsLetter(rest[0]) || char.IsUpper(LineShape.FirstAlphanumeric(rest)));
    }

    /// <summary>"BREAKING NEWS", "LIVE UPDATES"</summary>
    private static bool HasWordOfNoPlace(ReadOnlySpan<char> prefix)
    {
        var words = new WordWalker(prefix);
        while (words.MoveNext())
        {
            if (StructureLexicon.Default.NotPlaces.Contains(words.Current))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDateline(ReadOnlySpan<char> prefix, char separator)
    {
        var parts = new DatelineParts(prefix);
        if (!parts.IsValid || parts.Words > 14)
        {
            return false;
        }

        if (parts.HasAgency)
        {
            return parts.HasPlace || parts.HasDate;
        }

        if (!parts.HasPlace)
        {
            return false;
        }

        if (parts.HasDate)
        {
            return parts.IsKnownPlace || parts.IsCapitals;
        }

        // Without agency and date the place must be known, or look like "LOWER SUNDER, Estmark"; a place in ordinary spelling
        // needs a dash, since "Paris: what to see" is a heading.
        var isDash = separator is '—' or '–' or '―';
        return (parts.IsKnownPlace && (parts.IsCapitals || isDash)) || (isDash && parts.IsCapitals && parts.Places == 1 && (parts.Words is 2 or 3 || (parts.Words == 1 && prefix.Length >= ShortestPlace)) && !HasWordOfNoPlace(prefix)) || (parts.IsCapitals && parts.Places == 2 && parts.Words <= 5 && separator != ':' && prefix.IndexOfAnyInRange('a', 'z') >= 0);
    }
}
