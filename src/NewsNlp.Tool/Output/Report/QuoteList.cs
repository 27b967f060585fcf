using NewsNlp.Documents;
using NewsNlp.Tool.Terminal;

namespace NewsNlp.Tool.Output.Report;

/// <summary>Every quote with who speaks it.</summary>
internal static class QuoteList
{
    private const int Hanging = 4;

    public static void Write(Document document, StyledWriter writer)
    {
        if (!document.Has(Layer.Quotes) || document.Quotes.Count == 0)
        {
            return;
        }

        writer.EndLine();
        writer.Flow("Quotes", Style.Faint);
        writer.EndLine();
        foreach (var quote in document.Quotes)
        {
            Write(quote, writer);
        }
    }

    public static void Write(Quote quote, StyledWriter writer)
    {
        writer.Indent = Hanging;
        writer.Pad(2);
        WriteSpeaker(quote, writer);
        writer.Flow(": ");
        var first = true;
        foreach (var content in quote.Contents)
        {
            writer.Flow(first ? "" : " … ");
            writer.Flow(content.Of(quote.Document.Text).ToString());
            first = false;
        }

        if (Note(quote) is { } note)
        {
            writer.Flow(" " + note, Style.Faint);
        }

        writer.EndLine();
        writer.Indent = 0;
    }

    private static void WriteSpeaker(Quote quote, StyledWriter writer)
    {
        var speakers = quote.Speakers;
        if (speakers.Count == 0)
        {
            writer.Flow(quote.SourceText ?? "someone", quote.SourceText is null ? Style.Faint : Style.Plain);
            return;
        }

        for (var i = 0; i < speakers.Count; i++)
        {
            writer.Flow(i == 0 ? "" : i == speakers.Count - 1 ? " and " : ", ");
            writer.Flow(speakers[i].CanonicalName, Style.Person);
            if (speakers[i].Role is { } role)
            {
                writer.Flow($" ({role})");
            }
        }
    }

    /// <summary>What the reader should not miss: that it was not said, only thought, or shown.</summary>
    private static string? Note(Quote quote)
    {
        var notes = new List<string>();
        if (quote.Modality == QuoteModality.Negated)
        {
            notes.Add("negated");
        }
        else if (quote.Modality == QuoteModality.Hypothetical)
        {
            notes.Add("hypothetical");
        }

        if (quote.Act == QuoteAct.Attitude)
        {
            notes.Add("attitude");
        }
        else if (quote.Act == QuoteAct.Evidence)
        {
            notes.Add("evidence");
        }

        return notes.Count == 0 ? null : $"[{string.Join(", ", notes)}]";
    }
}
