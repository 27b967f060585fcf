using System.Globalization;
using NewsNlp.Documents;

namespace NewsNlp.Export.Html;

/// <summary>
/// Draws where in the article who speaks: a lane for each speaker, bars for their quotes, ticks for the mentions of them. Positions
/// are attributes of a drawing, not styles, so that the page needs no style of its own for each bar.
/// </summary>
internal static class LaneRenderer
{
    private const int LanesAtMost = 12;
    private const double Width = 1000;
    private const double Narrowest = 3;

    public static void Write(ArticleModel article, TextWriter output)
    {
        if (article.Speakers.Count == 0)
        {
            return;
        }

        output.Write($"<nav class=\"lanes\" aria-labelledby=\"{article.Prefix}where\">\n<header><h2 id=\"{article.Prefix}where\">Who speaks where</h2>");
        output.Write("<p>dark: in their own words · pale: reported · ticks: mentioned</p></header>\n<ol>\n");
        foreach (var speaker in Busiest(article))
        {
            WriteLane(article, speaker, output);
        }

        output.Write("</ol>\n</nav>\n");
    }

    // In the order of the article; where there are too many, those with the most quotes.
    private static IEnumerable<SpeakerModel> Busiest(ArticleModel article) => article.Speakers
        .OrderByDescending(speaker => speaker.Quotes.Count)
        .Take(LanesAtMost)
        .OrderBy(speaker => speaker.Number);

    private static void WriteLane(ArticleModel article, SpeakerModel speaker, TextWriter output)
    {
        var number = speaker.Number.ToString(CultureInfo.InvariantCulture);
        output.Write($"<li><a class=\"lane-name by{number} {speaker.Hue}\" href=\"#{article.Prefix}s{number}\"><span class=\"dot\" aria-hidden=\"true\"></span>");
        output.WriteText(speaker.Name);
        output.Write("</a> <span class=\"n\">");
        output.WriteNumber(speaker.Quotes.Count);
        output.Write($"<span class=\"unseen\"> {(speaker.Quotes.Count == 1 ? "quote" : "quotes")}</span></span>\n");
        output.Write($"<svg class=\"lane by{number} {speaker.Hue}\" viewBox=\"0 0 1000 20\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        output.Write("<rect class=\"track\" x=\"0\" y=\"9\" width=\"1000\" height=\"2\"></rect>");
        var length = Math.Max(1, article.Document.Text.Length);
        if (speaker.Entity is { } entity)
        {
            foreach (var mention in entity.Mentions)
            {
                WriteBar("tick", mention.Span, length, 6, 8, output);
            }
        }

        foreach (var quote in speaker.Quotes)
        {
            // The same links, in words, are in the speaker's card: these are for the pointer alone.
            output.Write($"<a href=\"#{article.Prefix}q");
            output.WriteNumber(quote.Index);
            output.Write("\" tabindex=\"-1\">");
            foreach (var content in quote.Contents)
            {
                WriteBar(quote.Kind == QuoteKind.Indirect ? "said" : "quoted", content, length, 2, 16, output);
            }

            output.Write("</a>");
        }

        output.Write("</svg></li>\n");
    }

    private static void WriteBar(string kind, TextSpan span, int length, int top, int height, TextWriter output)
    {
        var width = Math.Max(Narrowest, Width * span.Length / length);
        var left = Math.Min(Width * span.Start / length, Width - width);
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"<rect class=\"{kind}\" x=\"{left:0.#}\" y=\"{top}\" width=\"{width:0.#}\" height=\"{height}\"></rect>"));
    }
}
