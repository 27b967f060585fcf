using System.Globalization;
using System.Text;

namespace NewsNlp.Fuzz.Generation;

/// <summary>Texts that no newsroom writes, of any length: each kind is made to defeat one or more of the stages.</summary>
public static class AdversarialTexts
{
    private const string Combining = "\u0301\u0308\u0327", RightToLeft = "\u202E\u2066\u200F";

    private static readonly Dictionary<string, Func<int, string>> Makers = new(StringComparer.Ordinal)
    {
        ["one-word"] = _ => "a",
        ["capitals"] = _ => "A",
        ["spaces"] = _ => " ",
        ["line-breaks"] = _ => "\n",
        ["nul"] = _ => "\0",
        ["opening-marks"] = _ => "“",
        ["straight-marks"] = _ => "\"",
        ["opened-words"] = _ => "“word ",
        ["nested-marks"] = i => i % 2 == 0 ? "“one ‘two " : "‘three “four ",
        ["apostrophes"] = _ => "'",
        ["ticks"] = _ => "''tick ``",
        ["brackets"] = _ => "([{<",
        ["bracket-lines"] = i => i % 2 == 0 ? "()\n" : "[...].\n",
        ["period-lines"] = _ => "..............\n",
        ["punctuation"] = i => ".,;:!?-–—…"[i % 10].ToString(),
        ["periods"] = _ => "a. ",
        ["hyphens"] = _ => "x-",
        ["digits"] = _ => "1,",
        ["emoji"] = _ => "\U0001F469\u200D\U0001F680",
        ["flags"] = _ => "\U0001F1EB\U0001F1F7",
        ["combining"] = i => i % 1000 == 0 ? "e" : Combining,
        ["right-to-left"] = _ => RightToLeft + "צ ",
        ["lone-surrogates"] = i => i % 2 == 0 ? "\uD83D" : "\uDC00\uDC00",
        ["addresses"] = _ => "http://a.b/c?d=e@f.g#h&",
        ["no-full-stop"] = i => i % 3 == 0 ? "and " : "rain fell ",
        ["names"] = i => string.Create(CultureInfo.InvariantCulture, $"Ines{i % 10_000} Okoro{i % 10_000} met "),
        ["one-name"] = _ => "Ines Okoro ",
        ["titled"] = i => i % 2 == 0 ? "President Okoro " : "Mr Ahn and Mrs Ahn ",
        ["acronyms"] = i => string.Create(CultureInfo.InvariantCulture, $"Brightwater Lines (BL{i % 5000}) "),
        ["pronouns"] = _ => "He told her that they knew it. ",
        ["speakers"] = _ => "\"Yes,\" he said. ",
        ["cues"] = _ => "said told asked added that ",
        ["colons"] = _ => "Okoro: ",
        ["amounts"] = _ => "£4.5 million and two thousand three hundred ",
        ["dates"] = _ => "on Monday 3 June 2019 ",
        ["headings"] = _ => "By Ines Okoro\n\nRead more: rain\n\n",
        ["markup"] = _ => "<script>alert(\"x\")</script>",
    };

    /// <summary>The kinds.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Makers.Keys];

    /// <summary>A text of a kind.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="length">Its length in UTF-16 code units.</param>
    public static string Make(string kind, int length)
    {
        var make = Makers[kind];
        var text = new StringBuilder(length + 64);
        for (int i = 0; text.Length < length; i++) text.Append(make(i));
        return text.ToString(0, length);
    }

    /// <summary>Every Unicode scalar value once, between spaces in groups, and every surrogate.</summary>
    public static string EveryCodePoint()
    {
        var text = new StringBuilder();
        for (int value = 0; value <= 0x10FFFF; value++)
        {
            if (value is >= 0xD800 and <= 0xDFFF) text.Append((char)value).Append(' ');
            else text.Append(new Rune(value));
            if (value % 7 == 0) text.Append(' ');
        }

        return text.ToString();
    }
}
