using System.Globalization;
using NewsNlp.Documents;

namespace NewsNlp.Export.Html;

/// <summary>Writes what stands beside the text: everyone who speaks with their quotes, and the names.</summary>
internal static class SideRenderer
{
    private const int LongestExcerpt = 180;
    private const int EntitiesAtMost = 30;

    public static void Write(ArticleModel article, TextWriter output)
    {
        output.Write("<aside>\n");
        if (article.Document.Has(Layer.Quotes))
        {
            WriteSpeakers(article, output);
        }

        if (article.Document.Has(Layer.Coreference))
        {
            WriteEntities(article.Document, article.Prefix, output);
        }

        output.Write("</aside>\n");
    }

    private static void WriteSpeakers(ArticleModel article, TextWriter output)
    {
        output.Write($"<section class=\"speakers\" aria-labelledby=\"{article.Prefix}who\">\n<h2 id=\"{article.Prefix}who\">Who speaks</h2>\n");
        if (article.Speakers.Count == 0)
        {
            output.Write("<p class=\"none\">Nobody is quoted.</p>\n");
        }
        else
        {
            output.Write($"<label class=\"all\"><input type=\"radio\" name=\"{article.Prefix}pick\" class=\"pick\" checked> Everyone</label>\n");
        }

        foreach (var speaker in article.Speakers)
        {
            WriteSpeaker(article, speaker, output);
        }

        output.Write("</section>\n");
    }

    private static void WriteSpeaker(ArticleModel article, SpeakerModel speaker, TextWriter output)
    {
        var number = speaker.Number.ToString(CultureInfo.InvariantCulture);
        output.Write($"<section class=\"card {speaker.Hue} card{number}\" id=\"{article.Prefix}s{number}\" aria-labelledby=\"{article.Prefix}n{number}\">\n");
        output.Write($"<h3 id=\"{article.Prefix}n{number}\"><label><input type=\"radio\" name=\"{article.Prefix}pick\" class=\"pick pick{number}\">");
        output.Write("<span class=\"initials\" aria-hidden=\"true\">");
        output.WriteText(speaker.Initials);
        output.Write("</span> <span class=\"name\">");
        output.WriteText(speaker.Name);
        output.Write("</span></label></h3>\n");
        if (speaker.Entity?.Role is { } role)
        {
            output.Write("<p class=\"role\">");
            output.WriteText(role);
            output.Write("</p>\n");
        }

        output.Write("<ol>\n");
        foreach (var quote in speaker.Quotes)
        {
            WriteQuote(article, quote, output);
        }

        output.Write("</ol>\n</section>\n");
    }

    private static void WriteQuote(ArticleModel article, Quote quote, TextWriter output)
    {
        output.Write($"<li><a href=\"#{article.Prefix}q");
        output.WriteNumber(quote.Index);
        output.Write("\">");
        WriteExcerpt(quote, output);
        output.Write("</a>");
        if (MarkWriter.NoteOf(quote) is { } note)
        {
            output.Write($" <span class=\"note\">{note}</span>");
        }

        if (quote.Speakers.Count == 0 && quote.SourceText is { } source)
        {
            output.Write(" <span class=\"note\">");
            output.WriteText(source);
            output.Write("</span>");
        }

        output.Write("</li>\n");
    }

    private static void WriteExcerpt(Quote quote, TextWriter output)
    {
        var left = LongestExcerpt;
        for (var i = 0; i < quote.Contents.Count && left > 0; i++)
        {
            var text = quote.Contents[i].Of(quote.Document.Text);
            output.Write(i > 0 ? " … " : "");
            output.WriteText(Cut(text, left));
            output.Write(text.Length > left ? "…" : "");
            left -= text.Length;
        }
    }

    /// <summary>At most so many code units, cut where a word ends if that is not far.</summary>
    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var space = text[..length].LastIndexOf(' ');
        var cut = space > length / 2 ? space : length;
        return char.IsHighSurrogate(text[cut - 1]) ? text[..(cut - 1)] : text[..cut];
    }

    private static void WriteEntities(Document document, string prefix, TextWriter output)
    {
        var kinds = document.Entities
            .Where(entity => entity.Label is not null && FirstName(entity) is not null)
            .GroupBy(entity => EntityKinds.Of(entity.Label!.Value))
            .Where(group => group.Key != EntityKind.Value)
            .OrderBy(group => group.Key)
            .ToList();
        if (kinds.Count == 0)
        {
            return;
        }

        output.Write("<details class=\"names\" open><summary>Who and what is named</summary>\n");
        foreach (var kind in kinds)
        {
            output.Write($"<h3>{EntityKinds.Heading(kind.Key)}</h3>\n<ul>\n");
            foreach (var entity in kind.OrderByDescending(entity => entity.Mentions.Count).Take(EntitiesAtMost))
            {
                WriteEntity(entity, kind.Key, prefix, output);
            }

            output.Write("</ul>\n");
        }

        output.Write("</details>\n");
    }

    private static void WriteEntity(Entity entity, EntityKind kind, string prefix, TextWriter output)
    {
        output.Write($"<li><a class=\"swatch {EntityKinds.Class(kind)}\" href=\"#{prefix}m");
        output.WriteNumber(FirstName(entity)!.Value.Index);
        output.Write("\">");
        output.WriteText(entity.CanonicalName);
        output.Write("</a> <span class=\"n\">");
        output.WriteNumber(entity.Mentions.Count);
        output.Write("</span>");
        if (entity.Role is { } role)
        {
            output.Write(" <span class=\"role\">");
            output.WriteText(role);
            output.Write("</span>");
        }

        output.Write("</li>\n");
    }

    private static EntityMention? FirstName(Entity entity)
    {
        foreach (var mention in entity.Mentions)
        {
            if (mention.EntityMention is { } name)
            {
                return name;
            }
        }

        return null;
    }
}
