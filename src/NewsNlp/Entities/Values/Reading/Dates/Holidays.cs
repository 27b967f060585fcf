using System.Collections.Frozen;
using System.Globalization;
using NewsNlp.Lexicons;

namespace NewsNlp.Entities.Values.Reading.Dates;

/// <summary>The named days of <c>holidays.txt</c>. Immutable; safe for any number of threads.</summary>
internal sealed class Holidays
{
    // "St. Patrick's Day" is six.
    private const int MostPieces = 6;

    private readonly FrozenDictionary<string, Holiday>.AlternateLookup<ReadOnlySpan<char>> _names;
    private readonly int _longest;

    private Holidays(Dictionary<string, Holiday> names)
    {
        _names = names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = names.Keys.Max(name => name.Length);
    }

    /// <summary>Reads the embedded list.</summary>
    public static Holidays Read()
    {
        var names = new Dictionary<string, Holiday>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in EmbeddedLines.Read("Entities/Values/Resources/holidays.txt"))
        {
            int space = line.IndexOf(' ', StringComparison.Ordinal);
            names.Add(line[(space + 1)..], Parse(line[..space]));
        }

        return new Holidays(names);
    }

    /// <summary>
    /// The longest name that starts at a piece, and the piece behind it; null where none does, or a country before it has that day on
    /// another date.
    /// </summary>
    public (Holiday Holiday, int Next)? Find(in ValueText text, int at)
    {
        Span<char> name = stackalloc char[_longest];
        int length = 0;
        (Holiday Holiday, int Next)? found = null;
        for (int piece = at; text.Has(piece); piece++)
        {
            var form = text.Form(piece);
            int needed = form.Length + (piece > at && !text[piece].Glued ? 1 : 0);
            if (length + needed > _longest) break;
            if (needed > form.Length) name[length++] = ' ';
            form.CopyTo(name[length..]);
            if (form is "\u2019") name[length] = '\'';
            length += form.Length;
            if (_names.TryGetValue(name[..length], out var holiday)) found = (holiday, piece + 1);
        }

        return found is { Holiday.IsNational: true } && IsClaimed(text, at) ? null : found;
    }

    /// <summary>The holiday whose name has a given piece, which begins with a capital, and its pieces; null where there is none.</summary>
    public (Holiday Holiday, int First, int Next)? Around(in ValueText text, int at, int from)
    {
        for (int first = Math.Max(from, at - MostPieces); first <= at; first++)
        {
            if (char.IsUpper(text[first].First) && Find(text, first) is { } found && found.Next > at) return (found.Holiday, first, found.Next);
        }

        return null;
    }

    /// <summary>"India's Independence Day", "Canadian Thanksgiving"; not "America's", nor a word that begins the sentence.</summary>
    private static bool IsClaimed(in ValueText text, int first)
    {
        int before = first - 1;
        bool isPossessive = text.Is(before, "s") && before > 1;
        if (isPossessive) before -= 2;
        return (before > 0 || isPossessive) && text[before].Type == ValuePieceType.Letters && char.IsUpper(text[before].First)
            && !text.Is(before, "america") && !text.Is(before, "american");
    }

    private static Holiday Parse(string rule)
    {
        if (rule.StartsWith("easter", StringComparison.Ordinal))
            return new Holiday(HolidayRule.Easter, 0, int.Parse(rule.AsSpan(6), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), 0);
        bool isNational = rule.EndsWith('!');
        var parts = rule.TrimEnd('!').Split('-', '#', '+').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return parts.Length > 2
            ? new Holiday(HolidayRule.Weekday, parts[0], parts[1], parts[2], parts.Length > 3 ? parts[3] : 0, isNational)
            : new Holiday(HolidayRule.Fixed, parts[0], parts[1], 0, 0, isNational);
    }
}
