using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsNlp.Export.Html;

/// <summary>Writes what stands around the articles.</summary>
internal static class HtmlPage
{
    private const string StyleSheet = "NewsNlp/Export/Html/Resources/page.css";

    // Nothing is loaded, run or sent; no style counts but the one whose hash stands here.
    private const string Policy = "default-src 'none'; style-src 'sha256-{0}'; base-uri 'none'; form-action 'none'";

    private static readonly CompositeFormat PolicyFormat = CompositeFormat.Parse(Policy);

    private static readonly Lazy<string> Style = new(ReadStyle);

    public static void WriteStart(TextWriter output, HtmlOptions options, int speakers)
    {
        output.Write("<!DOCTYPE html>\n<html lang=\"");
        output.WriteText(options.Language);
        output.Write("\">\n<head>\n<meta charset=\"utf-8\">\n");
        var style = "\n" + Style.Value + Picks(speakers);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        var policy = string.Format(CultureInfo.InvariantCulture, PolicyFormat, hash);
        output.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n");
        output.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        output.Write("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
        output.WriteText(options.Title ?? "Annotated articles");
        output.Write("</title>\n<style>");
        output.Write(style);
        output.Write("</style>\n</head>\n<body>\n");
    }

    public static void WriteEnd(TextWriter output) => output.Write("</body>\n</html>\n");

    /// <summary>
    /// Rules for each speaker: all that is theirs stands out once they are picked or their card was jumped to, and while the pointer
    /// or the focus is on their card, their lane, or anything of theirs in the text.
    /// </summary>
    private static string Picks(int speakers)
    {
        var rules = new StringBuilder();
        for (var i = 0; i < speakers; i++)
        {
            rules.Append(
                CultureInfo.InvariantCulture,
                $".doc:has(.pick{i}:checked,.card{i}:is(:hover,:focus-within,:target),.by{i}:is(:hover,:focus-visible)) .by{i}{{--lit:1}}\n");
        }

        return rules.ToString();
    }

    private static string ReadStyle()
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream(StyleSheet)
            ?? throw new InvalidOperationException($"The library was built without {StyleSheet}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
