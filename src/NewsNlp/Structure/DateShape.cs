namespace NewsNlp.Structure;

/// <summary>Whether a line is nothing but a date, a time of day, or a label with one of them.</summary>
internal readonly record struct DateShape(bool HasDate, bool HasTime, bool HasLabel, bool IsAge)
{
    private const int LongestLine = 110;
    private const string Marks = ",.:;/|-–—•·()[]'’";

    /// <summary>Reads a line; the default value where it holds anything else.</summary>
    public static DateShape Read(ReadOnlySpan<char> line)
    {
        if (line.Length is < 2 or > LongestLine)
        {
            return default;
        }

        bool digits = false, date = false, time = false, dotted = false, zone = false, label = false, ago = false, month = false;
        for (var i = 0; i < line.Length;)
        {
            if (!char.IsLetterOrDigit(line[i]))
            {
                if (!LineShape.IsBlank(line[i]) && !Marks.Contains(line[i]))
                {
                    return default;
                }

                i++;
                continue;
            }

            var start = i;
            if (char.IsAsciiDigit(line[i]))
            {
                digits = true;
                if (!ReadNumber(line, ref i, ref date, ref time, ref dotted))
                {
                    return default;
                }

                continue;
            }

            while (i < line.Length && char.IsLetter(line[i]))
            {
                i++;
            }

            var word = line[start..i];
            if (IsLabel(word))
            {
                label = true;
            }
            else if (word is ['a' or 'p' or 'A' or 'P'] && i + 1 < line.Length && line[i] == '.' && line[i + 1] is 'm' or 'M')
            {
                time = true;
                i += 2;
            }
            else if (!StructureLexicon.Default.DateWords.Contains(word))
            {
                return default;
            }
            else
            {
                month |= IsMonth(word);
                zone |= word is "GMT" or "BST" or "UTC" or "EST" or "EDT" or "ET" or "IST" or "CET";
                ago |= word.Equals("ago", StringComparison.OrdinalIgnoreCase);
                time |= word.Equals("am", StringComparison.OrdinalIgnoreCase) || word.Equals("pm", StringComparison.OrdinalIgnoreCase);
            }
        }

        // "10.15" is a time only beside a zone or a date: alone it may be any number.
        date |= month && digits;
        time |= dotted && (zone || date || label);
        return new DateShape(date, time && digits, label, ago && (digits || line.Length < 20));
    }

    private static bool ReadNumber(ReadOnlySpan<char> line, ref int i, ref bool date, ref bool time, ref bool dotted)
    {
        var start = i;
        while (i < line.Length && (char.IsAsciiDigit(line[i]) || (IsInner(line[i]) && i + 1 < line.Length && char.IsAsciiDigit(line[i + 1]))))
        {
            i++;
        }

        var number = line[start..i];
        if (number.IndexOf(':') is 1 or 2 && number.Length <= 8)
        {
            time = true;
        }
        else if (number.IndexOf('.') is 1 or 2 && number.Length <= 5)
        {
            dotted = true;
        }
        else if (number.IndexOfAny('/', '-') >= 0)
        {
            if (number.Length is < 6 or > 10)
            {
                return false;
            }

            date = true;
        }
        else if (number.Length > 4)
        {
            return false;
        }

        if (Suffix(line[i..]) is var suffix and > 0)
        {
            i += suffix;
        }

        return true;
    }

    private static bool IsInner(char c) => c is ':' or '.' or '/' or '-';

    /// <summary>The length of an ordinal's ending.</summary>
    private static int Suffix(ReadOnlySpan<char> rest) =>
        rest.Length >= 2 && rest[..2] is "st" or "nd" or "rd" or "th" && (rest.Length == 2 || !char.IsLetter(rest[2])) ? 2 : 0;

    private static bool IsLabel(ReadOnlySpan<char> word)
    {
        foreach (var label in (ReadOnlySpan<string>)["published", "updated", "last", "first", "modified", "posted", "created"])
        {
            if (word.Equals(label, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMonth(ReadOnlySpan<char> word)
    {
        foreach (var month in (ReadOnlySpan<string>)["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
        {
            if (word.StartsWith(month, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
