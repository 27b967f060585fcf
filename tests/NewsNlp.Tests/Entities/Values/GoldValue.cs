using System.Globalization;

namespace NewsNlp.Tests.Entities.Values;

/// <summary>One expression of <c>Gold/values.txt</c>.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Published">The article's day.</param>
/// <param name="Label">The label of the expression.</param>
/// <param name="Sentence">The sentence, without brackets.</param>
/// <param name="Start">Where the expression starts in it.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Forms">What it is worth, see <see cref="ValueForm"/>; any of them is right.</param>
internal sealed record GoldValue(int Line, DateOnly Published, string Label, string Sentence, int Start, int Length, string[] Forms)
{
    public string Expression => Sentence.Substring(Start, Length);

    /// <summary>Whether a form is right.</summary>
    public bool Accepts(string? form) => form is not null && Forms.Contains(form, StringComparer.Ordinal);

    /// <summary>Reads the file.</summary>
    public static GoldValue[] Read(string file)
    {
        var read = new List<GoldValue>();
        int line = 0;
        foreach (var text in File.ReadLines(file))
        {
            line++;
            if (text.Length > 0 && text[0] != '#') read.Add(Parse(line, text));
        }

        return [.. read];
    }

    private static GoldValue Parse(int line, string text)
    {
        var parts = text.Split(" | ");
        int open = parts[2].IndexOf('[', StringComparison.Ordinal), close = parts[2].IndexOf(']', StringComparison.Ordinal);
        var sentence = parts[2].Remove(close, 1).Remove(open, 1);
        var published = DateOnly.ParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var forms = parts[3].Split(" or ").Select(form => parts[1] == "Date" ? ValueForm.OfIso(form) : ValueForm.Trim(form));
        return new GoldValue(line, published, parts[1], sentence, open, close - open - 1, [.. forms]);
    }
}
