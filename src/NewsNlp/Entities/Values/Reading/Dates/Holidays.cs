using System.Collections.Frozen;
using System.Globalization;
using NewsNlp.Lexicons;

namespace NewsNlp.Entities.Values.Reading.Dates;

/// <summary>The named days of <c>holidays.txt</c>. Immutable; safe for any number of threads.</summary>
internal sealed class Holidays
{
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

    /// <summary>The longest name that starts at a piece, and the piece behind it; null where none does.</summary>
    public (Holiday Holiday, int Next)? Find(in ValueText text, int at)
    {
        Span<char> name = stackalloc char[_longest];
        int length = 0;
        (Holiday, int)? found = null;
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

        return found;
    }

    private static Holiday Parse(string rule)
    {
        if (rule.StartsWith("easter", StringComparison.Ordinal))
            return new Holiday(HolidayRule.Easter, 0, int.Parse(rule.AsSpan(6), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), 0);
        var parts = rule.Split('-', '#').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return parts.Length == 3
            ? new Holiday(HolidayRule.Weekday, parts[0], parts[1], parts[2])
            : new Holiday(HolidayRule.Fixed, parts[0], parts[1], 0);
    }
}
