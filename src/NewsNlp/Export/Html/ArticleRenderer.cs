using System.Globalization;
using NewsNlp.Documents;

namespace NewsNlp.Export.Html;

/// <summary>Writes one article: what is marked, where who speaks, the text, and beside it who speaks in what words.</summary>
internal static class ArticleRenderer
{
    public static void Write(ArticleModel article, TextWriter output)
    {
        output.Write("<article class=\"doc\" aria-label=\"");
        output.WriteText(article.Title);
        output.Write("\">\n");
        output.Write($"<a class=\"skip\" href=\"#{article.Prefix}text\">Skip to the text</a>\n");
        WriteBar(article, output);
        LaneRenderer.Write(article, output);
        output.Write($"<div class=\"columns\">\n<div class=\"text\" id=\"{article.Prefix}text\">\n");
        new TextRenderer(article, output).Write();
        output.Write("</div>\n");
        SideRenderer.Write(article, output);
        output.Write("</div>\n</article>\n");
    }

    /// <summary>The switches for each kind of mark; they are the legend, too.</summary>
    private static void WriteBar(ArticleModel article, TextWriter output)
    {
        output.Write("<header class=\"bar\">\n");
        WriteMetadata(article.Document, output);
        output.Write("<fieldset class=\"legend\"><legend>Show</legend>\n");
        if (article.Quotes.Count > 0)
        {
            WriteSwitch(output, "q", "Quotes", article.Quotes.Count);
        }

        if (article.Document.Has(Layer.EntityMentions))
        {
            foreach (var kind in Enum.GetValues<EntityKind>())
            {
                var count = article.Document.EntityMentions.Count(mention => EntityKinds.Of(mention.Label) == kind);
                if (count > 0)
                {
                    WriteSwitch(output, EntityKinds.Class(kind), EntityKinds.Heading(kind), count);
                }
            }
        }

        output.Write("</fieldset>\n</header>\n");
    }

    private static void WriteMetadata(Document document, TextWriter output)
    {
        output.Write("<p class=\"meta\">");
        if (!string.IsNullOrEmpty(document.Id))
        {
            output.Write("<span class=\"id\">");
            output.WriteText(document.Id);
            output.Write("</span>");
        }

        if (document.Metadata.Published is { } published)
        {
            output.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"<time datetime=\"{published:yyyy-MM-dd}\">{published:d MMMM yyyy}</time>"));
        }

        output.Write("</p>\n");
    }

    private static void WriteSwitch(TextWriter output, string name, string label, int count)
    {
        output.Write($"<label><input type=\"checkbox\" class=\"show-{name}\" checked><span class=\"swatch {name}\">{label}</span> <span class=\"n\">");
        output.WriteNumber(count);
        output.Write("</span></label>\n");
    }
}
