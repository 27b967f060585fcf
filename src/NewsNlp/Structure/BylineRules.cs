using NewsNlp.Lexicons;

namespace NewsNlp.Structure;

/// <summary>Whether a line says who wrote the article.</summary>
internal static class BylineRules
{
    private const int LongestLine = 200;
    private const int LongestUnnamed = 40;

    /// <summary><c>By Ann Lee, Political correspondent</c>; <c>Reporting by Ann Lee; Editing by Bo Ray</c>.</summary>
    public static bool IsByline(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine)
        {
            return false;
        }

        line = LineShape.TrimBrackets(LineShape.TrimBullet(line));
        if (IsReportedFrom(line) || IsUnnamed(line))
        {
            return true;
        }

        var opener = StructureLexicon.Default.BylineOpeners.Match(line);
        if (opener == 0)
        {
            return false;
        }

        var rest = line[opener..].TrimStart(" \t\u00A0:").TrimEnd('.');
        return char.IsUpper(LineShape.FirstAlphanumeric(rest)) ? IsNames(rest, opener > 2) : IsStaff(rest);
    }

    /// <summary><c>Ann Lee reported from Paris. Bo Ray contributed to this report.</c>: nothing but names and these words.</summary>
    private static bool IsReportedFrom(ReadOnlySpan<char> line)
    {
        if (!line.Contains("reported from", StringComparison.Ordinal) && !line.Contains("contributed to this report", StringComparison.Ordinal)
            && !line.Contains("contributed reporting", StringComparison.Ordinal))
        {
            return false;
        }

        var words = new WordWalker(line);
        while (words.MoveNext())
        {
            var word = words.Current.Trim(",;.()");
            if (!word.IsEmpty && !char.IsUpper(word[0]) && !StructureLexicon.Default.BylineWords.Contains(word))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>Our Special Correspondent</c>, <c>STAFF REPORTER</c>: a line that says what the writer is, and not who.</summary>
    private static bool IsUnnamed(ReadOnlySpan<char> line) =>
        line.Length <= LongestUnnamed && LineShape.CountWords(line) is >= 2 and <= 4
        && (line.StartsWith("Our ", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Special ", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Staff ", StringComparison.OrdinalIgnoreCase))
        && (line.EndsWith(" correspondent", StringComparison.OrdinalIgnoreCase) || line.EndsWith(" reporter", StringComparison.OrdinalIgnoreCase) || line.EndsWith(" bureau", StringComparison.OrdinalIgnoreCase));

    /// <summary>Where a sign-off in brackets at a paragraph's end begins; -1 where there is none.</summary>
    public static int FindTrailing(ReadOnlySpan<char> line)
    {
        var trimmed = line.TrimEnd('.');
        if (trimmed.Length < 20 || trimmed[^1] is not (')' or ']'))
        {
            return -1;
        }

        var open = trimmed.LastIndexOfAny('(', '[');
        return open > 0 && trimmed.Length - open <= LongestLine
            && trimmed[(open + 1)..].Contains(" by ", StringComparison.OrdinalIgnoreCase) && IsByline(trimmed[open..])
            ? open
            : -1;
    }

    /// <summary>
    /// A name without "by", as sites print it under the headline: <c>Ann Lee in Paris</c>, <c>ANN LEE</c>, <c>Ann Lee, BBC News</c>,
    /// <c>Ann Lee Political editor</c>. To be asked only between headline and text, where a line of capitalized words that begins
    /// with a given name is hardly anything else.
    /// </summary>
    public static bool IsBareByline(ReadOnlySpan<char> line)
    {
        if (line.Length > 90 || LineShape.EndsAsText(line) || !char.IsUpper(line[0]))
        {
            return false;
        }

        int names = 0, people = 0, words = 0, roles = 0;
        var isPlace = false;
        var walker = new WordWalker(line);
        while (walker.MoveNext() && ++words <= 12)
        {
            var word = walker.Current.Trim(",;|.");
            if (word is "and" or "&")
            {
                names = isPlace ? names : 0;
            }
            else if (word is "in" or "at" or "for" or "of")
            {
                isPlace = true;
            }
            else if (names >= 2 && (isPlace || StructureLexicon.Default.BylineWords.Contains(word)))
            {
                isPlace = true;
                roles++;
            }
            else if (!word.IsEmpty && char.IsUpper(word[0]) && IsNameWord(word) && (names > 0 || GivenNames.Default.Find(word) != Gender.Unknown))
            {
                people += names == 0 ? 1 : 0;
                names++;
            }
            else if (!word.IsEmpty)
            {
                return false;
            }

            isPlace |= walker.Current[^1] == ',' && people > 0 && names >= 2;
        }

        return people > 0 && names is 2 or 3 && words <= 12 && roles <= 6;
    }

    /// <summary>A line straight below a byline that says more of the writer: <c>Technology reporter</c>, <c>BBC News, Nairobi</c>.</summary>
    public static bool IsContinuation(ReadOnlySpan<char> line)
    {
        if (line.Length > 70 || LineShape.EndsSentence(line) || !char.IsUpper(line[0]))
        {
            return false;
        }

        var comma = line.IndexOf(',');
        if (StructureLexicon.Default.Agencies.Contains((comma < 0 ? line : line[..comma]).Trim()))
        {
            return true;
        }

        var words = new WordWalker(line);
        var isRole = false;
        while (words.MoveNext())
        {
            var word = words.Current.Trim(",;|.&");
            var isKnown = StructureLexicon.Default.BylineWords.Contains(word);
            isRole |= isKnown && (word.EndsWith("er", StringComparison.OrdinalIgnoreCase) || word.EndsWith("or", StringComparison.OrdinalIgnoreCase)
                || word.EndsWith("ist", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ent", StringComparison.OrdinalIgnoreCase) || word.EndsWith("s", StringComparison.OrdinalIgnoreCase));
            if (!word.IsEmpty && !isKnown && !char.IsUpper(word[0]) && word is not "and")
            {
                return false;
            }
        }

        return isRole && LineShape.CountWords(line) <= 8;
    }

    /// <summary>Two to four words with capitals and nothing else, as names are.</summary>
    public static bool IsName(ReadOnlySpan<char> line)
    {
        if (line.Length is < 5 or > 40)
        {
            return false;
        }

        var words = new WordWalker(line);
        var count = 0;
        while (words.MoveNext())
        {
            count++;
            if (!char.IsUpper(words.Current[0]) || !IsNameWord(words.Current) || StructureLexicon.Default.BylineWords.Contains(words.Current))
            {
                return false;
            }
        }

        return count is >= 2 and <= 4;
    }

    /// <summary>A line that ends with what writers are: <c>Weather correspondent</c>, <c>BBC political editor</c>.</summary>
    public static bool IsRole(ReadOnlySpan<char> line) =>
        line.Length <= 60 && !LineShape.EndsSentence(line)
        && line[(line.LastIndexOf(' ') + 1)..] is "correspondent" or "reporter" or "editor" or "writer" or "analyst" or "columnist"
            or "Correspondent" or "Reporter" or "Editor" or "Writer" or "Analyst" or "Columnist";

    private static bool IsNameWord(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsLetter(c) && c is not ('.' or '-' or '\'' or '’'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Names in capitals, with the small words and the role words of bylines between them, and dates behind.</summary>
    private static bool IsNames(ReadOnlySpan<char> rest, bool longOpener)
    {
        var lexicon = StructureLexicon.Default;
        int names = 0, words = 0;
        var walker = new WordWalker(rest);
        while (walker.MoveNext())
        {
            var word = walker.Current.Trim(",;:|()[].–—-•·");
            if (word.IsEmpty)
            {
                continue;
            }

            words++;
            var isDate = lexicon.DateWords.Contains(word);
            if (words == 1 && (isDate || word is "The" or "This" or "That" or "A" or "An" or "My" or "Our" or "His" or "Her"))
            {
                // "By Friday, ...", "By The ...": an adverbial, unless it is a newsroom.
                return !isDate && IsStaff(rest);
            }

            if (char.IsUpper(word[0]) && !isDate)
            {
                names++;
            }
            else if (!IsAside(word) && !isDate && !lexicon.BylineWords.Contains(word))
            {
                return false;
            }
        }

        return words <= 26 && (names >= 2 || longOpener || (names == 1 && IsKnownDesk(rest)));
    }

    private static bool IsAside(ReadOnlySpan<char> word) =>
        word is "by" or "de" or "da" or "di" or "del" or "dos" or "la" or "le" or "van" or "von" or "der" or "den" or "bin" or "al" or "el" or "&" or "y" or "additional"
        || char.IsAsciiDigit(word[0]) || word.Contains('@');

    private static bool IsKnownDesk(ReadOnlySpan<char> rest)
    {
        var comma = rest.IndexOfAny(',', '|');
        var first = (comma < 0 ? rest : rest[..comma]).Trim();
        return StructureLexicon.Default.Agencies.Contains(first) || first is "Anonymous" or "Staff" or "Agencies" or "Newsroom" or "Reporter" or "Correspondent" or "Admin";
    }

    /// <summary><c>By our foreign staff</c>, <c>By The Newsroom</c>, <c>By staff reporter</c>.</summary>
    private static bool IsStaff(ReadOnlySpan<char> rest) =>
        rest.Length < 60 && (rest.Contains("staff", StringComparison.OrdinalIgnoreCase) || rest.Contains("newsroom", StringComparison.OrdinalIgnoreCase)
            || rest.Contains("reporter", StringComparison.OrdinalIgnoreCase) || rest.Contains("correspondent", StringComparison.OrdinalIgnoreCase))
        && !LineShape.EndsSentence(rest) && LineShape.CountWords(rest) <= 6;
}
