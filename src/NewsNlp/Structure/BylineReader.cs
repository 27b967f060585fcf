using NewsNlp.Documents;

namespace NewsNlp.Structure;

/// <summary>Reads who wrote an article from the lines that say so: names, role, organization, place, in the orders that sites print.</summary>
internal sealed class BylineReader
{
    private readonly List<string> _authors = [];
    private string? _role;
    private string? _organization;
    private string? _place;

    /// <summary>Whether any line was read.</summary>
    public bool HasLines { get; private set; }

    /// <summary>What the lines say; null where they name nobody.</summary>
    public Byline? ToByline() => _authors.Count > 0 || _organization is not null ? new Byline(_authors, _role, _organization, _place) : null;

    /// <summary>Takes in a line: <c>By Ann Lee, Bo Ray and Cy Dee, Political correspondents</c>, <c>BBC News, Nairobi</c>.</summary>
    public void Read(ReadOnlySpan<char> line)
    {
        HasLines = true;
        line = LineShape.TrimBrackets(LineShape.TrimBullet(line).Trim());
        line = line[StructureLexicon.Default.BylineOpeners.Match(line)..].Trim(" \t\u00A0:.");
        var isEditor = false;
        while (!line.IsEmpty)
        {
            var end = PartEnd(line, out var width);
            var part = line[..end].Trim();
            isEditor |= part.StartsWith("Editing", StringComparison.OrdinalIgnoreCase);
            if (!isEditor)
            {
                ReadPart(part);
            }

            // "Editing by Ann Lee and Bo Ray" edited, all of them up to the semicolon.
            isEditor &= end == line.Length || line[end] != ';';
            line = line[Math.Min(line.Length, end + width)..].TrimStart();
        }
    }

    /// <summary>Up to the next comma, bar, bullet, or "and" between two names.</summary>
    private static int PartEnd(ReadOnlySpan<char> line, out int width)
    {
        width = 1;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is ',' or '|' or ';' or '•' or '·' || (line[i] is '-' or '–' or '—' && i > 0 && line[i - 1] == ' '))
            {
                return i;
            }

            if (line[i] == ' ' && (line[i..].StartsWith(" and ", StringComparison.OrdinalIgnoreCase) || line[i..].StartsWith(" & ", StringComparison.Ordinal))
                && !IsRoleWord(FirstWord(line[(i + 1)..].TrimStart("andAND& "))))
            {
                width = line[i + 1] == '&' ? 3 : 5;
                return i;
            }
        }

        return line.Length;
    }

    /// <param name="part">Some words of the line.</param>
    /// <param name="hasPlace">Whether "in" and a place follow, so that the words are a person's name and no place.</param>
    private void ReadPart(ReadOnlySpan<char> part, bool hasPlace = false)
    {
        if (part.StartsWith("by ", StringComparison.OrdinalIgnoreCase))
        {
            part = part[3..].TrimStart();
        }

        if (part.IsEmpty || IsDate(part))
        {
            return;
        }

        if (IsOrganization(part) || part is "agencies" or "Agencies" or "wires")
        {
            _organization ??= part.ToString();
            return;
        }

        // "Ann Lee in Paris", "Ann Lee for the Harwick Gazette"
        if (Cut(part, " in ", out var before, out var behind) || Cut(part, " at ", out before, out behind))
        {
            ReadPart(before, hasPlace: true);
            _place ??= Spelled(behind);
            return;
        }

        if (Cut(part, " for ", out before, out behind))
        {
            ReadPart(before);
            _organization ??= Spelled(behind);
            return;
        }

        ReadNameAndRole(part, hasPlace);
    }

    /// <summary><c>court reporter Ann Lee</c>, <c>Ann Lee Education correspondent</c>, <c>Our Special Correspondent</c>, or a name, or a place.</summary>
    private void ReadNameAndRole(ReadOnlySpan<char> part, bool hasPlace)
    {
        int firstRole = -1, roleEnd = -1, words = 0, wordsBefore = 0, wordsBehind = 0;
        var walker = new WordWalker(part);
        var isNoun = false;
        while (walker.MoveNext())
        {
            var word = walker.Current;
            words++;
            if (IsRoleWord(word))
            {
                firstRole = firstRole < 0 ? walker.Start : firstRole;
                roleEnd = walker.Start + word.Length;
                wordsBehind = 0;
                isNoun |= IsRoleNoun(word);
            }
            else
            {
                wordsBefore += firstRole < 0 ? 1 : 0;
                wordsBehind++;
            }
        }

        if (!isNoun)
        {
            AddName(part, words, hasPlace);
        }
        else if (part.StartsWith("Our ", StringComparison.OrdinalIgnoreCase) || part.StartsWith("Staff ", StringComparison.OrdinalIgnoreCase) && wordsBehind == 0 && _authors.Count == 0 || (wordsBefore == 1 && wordsBehind == 0 && _authors.Count == 0))
        {
            _authors.Add(part.ToString());
        }
        else if (wordsBehind >= 2)
        {
            _role ??= part[..roleEnd].ToString();
            AddName(part[roleEnd..].Trim(), wordsBehind);
        }
        else if (wordsBefore >= 2 && _authors.Count == 0)
        {
            AddName(part[..firstRole].Trim(), wordsBefore);
            _role ??= part[firstRole..].ToString();
        }
        else
        {
            _role ??= part.ToString();
        }
    }

    /// <summary>A name, unless names were read already and what is left can only be a place.</summary>
    private void AddName(ReadOnlySpan<char> part, int words, bool hasPlace = false)
    {
        if (_authors.Count > 0 && (words == 1 || (!hasPlace && (_role is not null || _organization is not null))))
        {
            _place ??= Spelled(part);
        }
        else if (words <= 5)
        {
            _authors.Add(Spelled(part));
        }
    }

    private static bool IsRoleWord(ReadOnlySpan<char> word)
    {
        word = word.Trim(",;|.");
        return StructureLexicon.Default.BylineWords.Contains(word) && word is not ("de" or "the" or "in" or "to" or "and" or "for") && (!char.IsUpper(word[0]) || word.Length > 3)
            || word is "Local" or "Democracy" or "Special" or "Political" or "Social";
    }

    private static bool IsRoleNoun(ReadOnlySpan<char> word)
    {
        word = word.Trim(",;|.").TrimEnd('s');
        foreach (var noun in (ReadOnlySpan<string>)["correspondent", "reporter", "editor", "writer", "columnist", "critic", "journalist", "analyst", "producer", "reviewer", "contributor", "photographer", "staff"])
        {
            if (word.EndsWith(noun, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOrganization(ReadOnlySpan<char> part)
    {
        var lexicon = StructureLexicon.Default;
        var last = part[(part.LastIndexOf(' ') + 1)..];
        return lexicon.Agencies.Contains(part) || part.EndsWith(".com", StringComparison.OrdinalIgnoreCase)
            || (last.Length < part.Length && !part.Contains(" for ", StringComparison.OrdinalIgnoreCase) && char.IsUpper(last[0]) && lexicon.OutletWords.Contains(last));
    }

    private static bool IsDate(ReadOnlySpan<char> part) => DateShape.Read(part) is { HasDate: true } or { HasTime: true } || (char.IsAsciiDigit(part[0]) && part.Length == 4);

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf(' ');
        return end < 0 ? text : text[..end];
    }

    private static bool Cut(ReadOnlySpan<char> part, ReadOnlySpan<char> word, out ReadOnlySpan<char> before, out ReadOnlySpan<char> behind)
    {
        var at = part.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        before = at > 0 ? part[..at].TrimEnd() : default;
        behind = at > 0 ? part[(at + word.Length)..].Trim() : default;
        return at > 0 && !behind.IsEmpty && char.IsUpper(behind[0]);
    }

    /// <summary>"ANN O'NEILL" as "Ann O'Neill"; anything that has small letters, or is short, as it is.</summary>
    private static string Spelled(ReadOnlySpan<char> name)
    {
        if (name.Length <= 4 || name.IndexOfAnyInRange('a', 'z') >= 0)
        {
            return name.ToString();
        }

        return string.Create(name.Length, name.ToString(), static (letters, name) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = i == 0 || !char.IsLetter(name[i - 1]) ? name[i] : char.ToLowerInvariant(name[i]);
            }
        });
    }
}
