using System.Globalization;
using NewsNlp.Documents;

namespace NewsNlp.Tests.Quotations;

/// <summary>An article of the gold file: its text and who said what in it.</summary>
internal sealed record GoldArticle(string Title, string Text, IReadOnlyList<GoldAttribution> Attributions)
{
    /// <summary>Reads the file; its first lines say how it is written.</summary>
    public static IEnumerable<GoldArticle> Parse(string file)
    {
        foreach (var part in file.ReplaceLineEndings("\n").Split("\n=== ").Skip(1))
        {
            var lines = part.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            yield return Read(lines[0], string.Join("\n\n", lines.Skip(1)));
        }
    }

    private static GoldArticle Read(string title, string marked)
    {
        var text = new System.Text.StringBuilder();
        var attributions = new SortedDictionary<int, GoldAttribution>();
        for (var i = 0; i < marked.Length;)
        {
            if (marked[i] != '{')
            {
                text.Append(marked[i++]);
                continue;
            }

            var end = marked.IndexOf('}', i);
            var colon = marked.IndexOf(':', i);
            var span = new TextSpan(text.Length, end - colon - 1);
            text.Append(marked, colon + 1, span.Length);
            foreach (var number in marked[(i + 2)..colon].TrimEnd('-', '?', '~', '^').Split(','))
            {
                var key = int.Parse(number, CultureInfo.InvariantCulture);
                if (!attributions.TryGetValue(key, out var attribution))
                {
                    attributions[key] = attribution = new GoldAttribution(key);
                }

                attribution.Add(marked[i + 1], marked[colon - 1], span);
            }

            i = end + 1;
        }

        return new GoldArticle(title, text.ToString(), [.. attributions.Values]);
    }
}

/// <summary>An attribution of the gold file.</summary>
internal sealed class GoldAttribution(int number)
{
    private readonly List<TextSpan> _contents = [];
    private readonly List<TextSpan> _sources = [];

    public int Number => number;

    public IReadOnlyList<TextSpan> Contents => _contents;

    public IReadOnlyList<TextSpan> Sources => _sources;

    public TextSpan? Cue { get; private set; }

    public QuoteAct Act { get; private set; } = QuoteAct.Speech;

    public QuoteModality Modality { get; private set; } = QuoteModality.Asserted;

    public void Add(char role, char mark, TextSpan span)
    {
        switch (role)
        {
            case 'q':
                _contents.Add(span);
                break;
            case 's':
                _sources.Add(span);
                break;
            case 'c':
                Cue = span;
                Act = mark == '~' ? QuoteAct.Attitude : mark == '^' ? QuoteAct.Evidence : QuoteAct.Speech;
                Modality = mark == '-' ? QuoteModality.Negated : mark == '?' ? QuoteModality.Hypothetical : QuoteModality.Asserted;
                break;
            default:
                throw new FormatException($"A part is q, s or c, not {role}.");
        }
    }
}
