using System.Globalization;
using NewsNlp.Documents;

namespace NewsNlp.Export.Html;

/// <summary>Writes the tags of marks.</summary>
internal sealed class MarkWriter(ArticleModel article, TextWriter output)
{
    private readonly Document _document = article.Document;

    /// <param name="span">The mark.</param>
    /// <param name="isFirst">Whether it begins here, rather than going on behind a break.</param>
    public void Open(InlineSpan span, bool isFirst)
    {
        switch (span.Kind)
        {
            case InlineKind.Content:
                OpenContent(_document.Quotes[span.Index], span.Piece, isFirst);
                break;
            case InlineKind.Source:
                OpenRole("src", _document.Quotes[span.Index]);
                break;
            case InlineKind.Cue:
                OpenRole("cue", _document.Quotes[span.Index]);
                break;
            case InlineKind.Reference:
                OpenReference(_document.Mentions[span.Index]);
                break;
            default:
                OpenEntity(_document.EntityMentions[span.Index], isFirst);
                break;
        }
    }

    /// <param name="span">The mark.</param>
    /// <param name="isLast">Whether it ends here, rather than going on behind a break.</param>
    public void Close(InlineSpan span, bool isLast)
    {
        output.Write("</span>");
        if (isLast && span.Kind == InlineKind.Content && span.Piece == _document.Quotes[span.Index].Contents.Count - 1)
        {
            WriteBadge(_document.Quotes[span.Index]);
        }
    }

    /// <summary>What sets a quote apart from a plain statement: not said, perhaps, thought, shown; null for a plain one.</summary>
    public static string? NoteOf(Quote quote)
    {
        var modality = quote.Modality switch
        {
            QuoteModality.Negated => "negated",
            QuoteModality.Hypothetical => "hypothetical",
            _ => null,
        };
        var act = quote.Act switch
        {
            QuoteAct.Attitude => "attitude",
            QuoteAct.Evidence => "evidence",
            _ => null,
        };
        return modality is not null && act is not null ? $"{modality}, {act}" : modality ?? act;
    }

    /// <summary>Writes the classes that tie an element to everyone who speaks a quote.</summary>
    public void WriteSpeakerClasses(Quote quote)
    {
        var speaker = article.SpeakerOf(quote);
        output.Write(speaker.Hue);
        if (quote.Speakers.Count == 0)
        {
            WriteBy(speaker);
        }

        foreach (var entity in quote.Speakers)
        {
            WriteBy(article.SpeakerFor(entity)!);
        }
    }

    private void OpenContent(Quote quote, int piece, bool isFirst)
    {
        output.Write("<span class=\"q ");
        output.Write(Json.JsonNames.Quotes[quote.Kind].Value);
        output.Write(quote.Modality == QuoteModality.Asserted ? " " : " unsaid ");
        WriteSpeakerClasses(quote);
        output.Write('"');
        if (isFirst && piece == 0)
        {
            WriteId("q", quote.Index);
        }

        WriteTitle(Describe(quote));
    }

    private void OpenRole(string role, Quote quote)
    {
        output.Write("<span class=\"");
        output.Write(role);
        if (quote.Speakers.Count < 2)
        {
            // The words that name several people light up for none of them; the names inside do.
            output.Write(' ');
            WriteSpeakerClasses(quote);
        }

        output.Write("\">");
    }

    private void OpenReference(Mention mention)
    {
        output.Write("<span class=\"ref");
        WriteEntityClasses(mention.Entity);
        output.Write('"');
        WriteTitle(mention.Entity.CanonicalName);
    }

    private void OpenEntity(EntityMention mention, bool isFirst)
    {
        output.Write("<span class=\"e ");
        output.Write(EntityKinds.Class(EntityKinds.Of(mention.Label)));
        if (mention.Entity is { } entity)
        {
            WriteEntityClasses(entity);
        }

        output.Write('"');
        if (isFirst)
        {
            WriteId("m", mention.Index);
        }

        var name = mention.Entity is { } named && named.CanonicalName != mention.Text ? $" · {named.CanonicalName}" : "";
        WriteTitle($"{mention.Label.Name}{name}");
    }

    private void WriteEntityClasses(Entity entity)
    {
        if (article.SpeakerFor(entity) is { } speaker)
        {
            output.Write(' ');
            output.Write(speaker.Hue);
            WriteBy(speaker);
        }
    }

    private void WriteBy(SpeakerModel speaker)
    {
        output.Write(" by");
        output.WriteNumber(speaker.Number);
    }

    private void WriteBadge(Quote quote)
    {
        var speaker = article.SpeakerOf(quote);
        output.Write("<a class=\"badge ");
        WriteSpeakerClasses(quote);
        output.Write("\" href=\"#");
        output.Write(article.Prefix);
        output.Write("s");
        output.WriteNumber(speaker.Number);
        output.Write("\" aria-label=\"Quote: ");
        output.WriteText(Names(quote));
        output.Write("\">");
        output.WriteText(speaker.Initials);
        for (var i = 1; i < quote.Speakers.Count; i++)
        {
            output.Write('+');
            output.WriteText(article.SpeakerFor(quote.Speakers[i])!.Initials);
        }

        output.Write("</a>");
    }

    private static string Describe(Quote quote)
    {
        var percent = (100 * quote.Confidence).ToString("F0", CultureInfo.InvariantCulture);
        var note = NoteOf(quote) is { } special ? $", {special}" : "";
        return $"{Names(quote)} · {Json.JsonNames.Quotes[quote.Kind].Value}{note} · {percent} %";
    }

    private static string Names(Quote quote) =>
        quote.Speakers.Count == 0 ? quote.SourceText ?? "speaker not known" : string.Join(", ", quote.Speakers.Select(entity => entity.CanonicalName));

    private void WriteId(string kind, int index)
    {
        output.Write(" id=\"");
        output.Write(article.Prefix);
        output.Write(kind);
        output.WriteNumber(index);
        output.Write('"');
    }

    private void WriteTitle(string title)
    {
        output.Write(" title=\"");
        output.WriteText(title);
        output.Write("\">");
    }
}
