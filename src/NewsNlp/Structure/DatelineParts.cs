using System.Globalization;

namespace NewsNlp.Structure;

/// <summary>
/// What a dateline says: <c>BEDFORD, N.H., April 1 (AP)</c> has a place, a date and an agency. Read from left to right, by commas
/// and brackets; a word that is none of the three makes it invalid.
/// </summary>
internal ref struct DatelineParts
{
    private readonly ReadOnlySpan<char> _text;
    private int _placeStart;
    private int _placeEnd;

    public DatelineParts(ReadOnlySpan<char> text)
    {
        IsValid = true;
        _text = text;
        Read(text);
    }

    public bool IsValid { get; private set; }

    public int Words { get; private set; }

    /// <summary>The first words that are a place; empty where there is none.</summary>
    public ReadOnlySpan<char> Place { get; private set; }

    /// <summary>All of the place, <c>BEDFORD, N.H.</c>; empty where there is none.</summary>
    public readonly ReadOnlySpan<char> FullPlace => _text[_placeStart.._placeEnd];

    public ReadOnlySpan<char> Agency { get; private set; }

    public ReadOnlySpan<char> Date { get; private set; }

    public readonly bool HasPlace => !Place.IsEmpty;

    public readonly bool HasAgency => !Agency.IsEmpty;

    public readonly bool HasDate => !Date.IsEmpty;

    public bool IsKnownPlace { get; private set; }

    /// <summary>How many parts of it are places: two for <c>BEDFORD, N.H.</c>.</summary>
    public int Places { get; private set; }

    /// <summary>Whether the place is printed in capitals.</summary>
    public bool IsCapitals { get; private set; }

    private void Read(ReadOnlySpan<char> text)
    {
        var lexicon = StructureLexicon.Default;
        while (!text.IsEmpty && IsValid)
        {
            text = text.TrimStart(" \t\u00A0,/");
            if (text.IsEmpty)
            {
                return;
            }

            if (text[0] is '(' or '[')
            {
                var close = text.IndexOfAny(')', ']');
                ReadBrackets(close < 0 ? default : text[1..close]);
                text = close < 0 ? default : text[(close + 1)..];
                continue;
            }

            var end = PartEnd(text);
            ReadPart(text[..end].Trim(), lexicon);
            text = text[end..];
        }
    }

    private void ReadBrackets(ReadOnlySpan<char> inner)
    {
        inner = inner.Trim();
        if (StructureLexicon.Default.Agencies.Contains(inner))
        {
            Agency = inner;
        }
        else if (DateShape.Read(inner).HasDate)
        {
            Date = inner;
        }
        else if (HasPlace && inner.Length is >= 2 and <= 24 && char.IsUpper(inner[0]) && (IsCapitals || IsKnownPlace) && LineShape.CountWords(inner) <= 3)
        {
            Agency = inner;
        }
        else
        {
            IsValid = false;
        }
    }

    /// <summary>Up to the next comma, bracket, slash, or spaced dash before a date.</summary>
    private static int PartEnd(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is ',' or '(' or '[' or '/' || (text[i] is '-' or '–' or '—' && i > 0 && text[i - 1] == ' '))
            {
                return Math.Max(i, 1);
            }
        }

        return text.Length;
    }

    private void ReadPart(ReadOnlySpan<char> part, StructureLexicon lexicon)
    {
        if (part.IsEmpty || part is "-" or "–" or "—")
        {
            return;
        }

        Words += LineShape.CountWords(part);
        var shape = DateShape.Read(part);
        if (shape.HasDate || shape.HasTime || (HasDate && IsYear(part)) || IsWeekday(part))
        {
            Date = part;
        }
        else if (!HasAgency && lexicon.Agencies.Contains(part))
        {
            Agency = part;
        }
        else if (!HasDate && IsPlaceLike(part))
        {
            ReadPlace(part, lexicon);
        }
        else
        {
            IsValid = false;
        }
    }

    private void ReadPlace(ReadOnlySpan<char> part, StructureLexicon lexicon)
    {
        var and = part.IndexOf(" and ", StringComparison.OrdinalIgnoreCase);
        IsKnownPlace |= lexicon.Places.Contains(part) || (and > 0 && lexicon.Places.Contains(part[..and]));
        Places++;
        _text.Overlaps(part, out var offset);
        _placeStart = HasPlace ? _placeStart : offset;
        _placeEnd = offset + part.Length;
        if (HasPlace)
        {
            return;
        }

        Place = part;
        IsCapitals = part.IndexOfAnyInRange('a', 'z') < 0 || (and > 0 && part[..and].IndexOfAnyInRange('a', 'z') < 0);
        IsValid &= part.Length >= 3 && !lexicon.NotPlaces.Contains(part);
    }

    private static bool IsYear(ReadOnlySpan<char> part) => part.Length == 4 && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1800 and < 2200;

    private static bool IsWeekday(ReadOnlySpan<char> part) =>
        part.Length is >= 3 and <= 9 && StructureLexicon.Default.DateWords.Contains(part) && part[^1] is 'y' or 'Y';

    /// <summary>At most five words, each with a capital save for the small ones inside.</summary>
    private static bool IsPlaceLike(ReadOnlySpan<char> part)
    {
        var words = new WordWalker(part);
        var count = 0;
        while (words.MoveNext())
        {
            var word = words.Current;
            if (!char.IsUpper(word[0]) && (count == 0 || word is not ("and" or "of" or "de" or "do" or "da" or "del" or "la" or "on" or "upon" or "in" or "near" or "es")))
            {
                return false;
            }

            foreach (var c in word)
            {
                if (!char.IsLetter(c) && c is not ('.' or '-' or '\'' or '’'))
                {
                    return false;
                }
            }

            count++;
        }

        return count is > 0 and <= 5;
    }
}
