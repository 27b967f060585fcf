namespace NewsNlp.Structure;

/// <summary>What the characters of a line say of it.</summary>
internal static class LineShape
{
    private const string Closers = "\"'”’»)]}*";
    private const string Bullets = "•·●▪■◆▶►*-–—>";

    /// <summary>White space, or a character without width that editors and web pages leave behind.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\u00AD';

    public static ReadOnlySpan<char> TrimInvisible(ReadOnlySpan<char> line)
    {
        while (line.Length > 0 && IsBlank(line[0]))
        {
            line = line[1..];
        }

        while (line.Length > 0 && IsBlank(line[^1]))
        {
            line = line[..^1];
        }

        return line;
    }

    /// <summary>The line without a leading bullet and the blanks around it.</summary>
    public static ReadOnlySpan<char> TrimBullet(ReadOnlySpan<char> line)
    {
        line = TrimInvisible(line);
        return StartsWithBullet(line) ? TrimInvisible(line[1..]) : line;
    }

    /// <summary>The line without brackets around all of it and the periods behind them.</summary>
    public static ReadOnlySpan<char> TrimBrackets(ReadOnlySpan<char> line) =>
        line.TrimEnd('.') is ['(' or '[', .. var inner, ')' or ']'] ? inner : line;

    public static bool StartsWithBullet(ReadOnlySpan<char> line) =>
        line.Length > 1 && Bullets.Contains(line[0]) && IsBlank(line[1]);

    /// <summary>The last character that is no closing quotation mark or bracket; NUL where there is none.</summary>
    public static char Ending(ReadOnlySpan<char> line)
    {
        for (var i = line.Length - 1; i >= 0 && i >= line.Length - 6; i--)
        {
            if (!Closers.Contains(line[i]) && !IsBlank(line[i]))
            {
                return line[i];
            }
        }

        return '\0';
    }

    public static bool EndsSentence(ReadOnlySpan<char> line) => Ending(line) is '.' or '!' or '?' or '…';

    /// <summary>Whether the line ends as headings do not: with a sentence's mark, a comma, a colon, a dash.</summary>
    public static bool EndsAsText(ReadOnlySpan<char> line) => Ending(line) is '.' or '!' or '…' or ',' or ';' or ':' or '-' or '–' or '—';

    /// <summary>The first letter or digit; NUL where there is none among the first characters.</summary>
    public static char FirstAlphanumeric(ReadOnlySpan<char> line)
    {
        foreach (var c in line[..Math.Min(line.Length, 8)])
        {
            if (char.IsLetterOrDigit(c))
            {
                return c;
            }
        }

        return '\0';
    }

    public static bool StartsLower(ReadOnlySpan<char> line) => line.Length > 0 && char.IsLower(line[0]);

    public static bool HasAlphanumeric(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words of a line; stops counting at <paramref name="limit"/>.</summary>
    public static int CountWords(ReadOnlySpan<char> line, int limit = 64)
    {
        var words = new WordWalker(line);
        var count = 0;
        while (count < limit && words.MoveNext())
        {
            count++;
        }

        return count;
    }

    /// <summary>Whether at least six in ten of the words of four letters or more are capitalized, and there are three.</summary>
    public static bool IsTitleCase(ReadOnlySpan<char> line)
    {
        var words = new WordWalker(line);
        int all = 0, upper = 0;
        while (words.MoveNext())
        {
            if (words.Current.Length >= 4 && char.IsLetter(words.Current[0]))
            {
                all++;
                upper += char.IsUpper(words.Current[0]) ? 1 : 0;
            }
        }

        return all >= 3 && upper * 10 >= all * 6;
    }
}
