namespace NewsNlp.Export.Html;

/// <summary>Writes what stands around the articles.</summary>
internal static class HtmlPage
{
    private const string StyleSheet = "NewsNlp/Export/Html/Resources/page.css";

    // Nothing is loaded, run or sent; the style sheet is part of the page.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private static readonly Lazy<string> Style = new(ReadStyle);

    public static void WriteStart(TextWriter output, HtmlOptions options, int speakers)
    {
        output.Write("<!DOCTYPE html>\n<html lang=\"");
        output.WriteText(options.Language);
        output.Write("\">\n<head>\n<meta charset=\"utf-8\">\n");
        output.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">\n");
        output.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        output.Write("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
        output.WriteText(options.Title ?? "Annotated articles");
        output.Write("</title>\n<style>\n");
        output.Write(Style.Value);
        WritePicks(output, speakers);
        output.Write("</style>\n</head>\n<body>\n");
    }

    public static void WriteEnd(TextWriter output) => output.Write("</body>\n</html>\n");

    /// <summary>A rule for each speaker: once picked, or while the pointer is over the card, all that is theirs stands out.</summary>
    private static void WritePicks(TextWriter output, int speakers)
    {
        for (var i = 0; i < speakers; i++)
        {
            var number = i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            output.Write($".doc:has(.pick{number}:checked) .by{number},.doc:has(.card{number} h3:hover) .by{number}{{--lit:1}}\n");
        }
    }

    private static string ReadStyle()
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream(StyleSheet)
            ?? throw new InvalidOperationException($"The library was built without {StyleSheet}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
