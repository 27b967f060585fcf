using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsNlp.Documents;
using NewsNlp.Export.Html;

namespace NewsNlp.Tool.Comparison;

/// <summary>
/// Writes two annotations side by side as a web page: one file without scripts, whose content security policy allows nothing but its
/// own style sheet.
/// </summary>
internal static class ComparisonHtml
{
    private const string StyleSheet = "NewsNlp.Tool.Comparison.compare.css";

    public static string Write(IReadOnlyList<ComparedDocument> documents, string nameA, string nameB)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Start(output, nameA, nameB);
        Summary(documents, output);
        for (int i = 0; i < documents.Count; i++) Document(documents[i], i, nameA, nameB, output);
        output.Write("</body>\n</html>\n");
        return output.ToString();
    }

    private static void Start(StringWriter output, string nameA, string nameB)
    {
        string style = ReadStyle(), hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        output.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        output.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\">\n");
        output.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
        output.WriteText($"{nameA} and {nameB}");
        output.Write($"</title>\n<style>{style}</style>\n</head>\n<body>\n<header>\n<h1><span class=\"a\">");
        output.WriteText(nameA);
        output.Write("</span> and <span class=\"b\">");
        output.WriteText(nameB);
        output.Write("</span></h1>\n");
    }

    private static void Summary(IReadOnlyList<ComparedDocument> documents, StringWriter output)
    {
        int differences = documents.Sum(document => document.Differences.Count);
        output.Write($"<p>{documents.Count} {(documents.Count == 1 ? "document" : "documents")}, {differences} {(differences == 1 ? "difference" : "differences")}; ");
        output.Write($"the same: {documents.Sum(document => document.SameMentions)} names, {documents.Sum(document => document.SameQuotes)} quotes.</p>\n");
        output.Write("<p class=\"tools\"><label><input type=\"checkbox\" class=\"only\"> Only paragraphs that differ</label> ");
        output.Write("<span class=\"key\"><span class=\"e\">name</span> <span class=\"q\">quote</span> <span class=\"s\">source</span> <span class=\"c\">cue</span> <span class=\"d\">differs</span></span></p>\n</header>\n");
    }

    private static void Document(ComparedDocument document, int index, string nameA, string nameB, StringWriter output)
    {
        output.Write($"<article aria-labelledby=\"d{index}\">\n<h2 id=\"d{index}\">");
        output.WriteText(document.A.Id);
        output.Write("</h2>\n");
        var (a, b) = (new MarkedText(document.A, document.B), new MarkedText(document.B, document.A));
        output.Write("<div class=\"pair head\" aria-hidden=\"true\"><p class=\"a\">");
        output.WriteText(nameA);
        output.Write("</p><p class=\"b\">");
        output.WriteText(nameB);
        output.Write("</p></div>\n");
        int number = 0;
        foreach (var paragraph in Paragraphs(document.A.Text))
        {
            bool differs = a.Differs(paragraph) || b.Differs(paragraph);
            output.Write($"<div class=\"pair{(differs ? " differs" : "")}\" id=\"d{index}p{number++}\">\n<p class=\"a\">");
            a.Write(paragraph, output);
            output.Write("</p>\n<p class=\"b\">");
            b.Write(paragraph, output);
            output.Write("</p>\n</div>\n");
        }

        Differences(document, index, output);
        output.Write("</article>\n");
    }

    private static void Differences(ComparedDocument document, int index, StringWriter output)
    {
        if (document.Differences.Count == 0)
        {
            output.Write("<p class=\"none\">No differences.</p>\n");
            return;
        }

        List<TextSpan> paragraphs = [.. Paragraphs(document.A.Text)];
        output.Write($"<details open><summary>{document.Differences.Count} {(document.Differences.Count == 1 ? "difference" : "differences")}</summary>\n");
        output.Write("<table>\n<thead><tr><th scope=\"col\">In</th><th scope=\"col\">Words</th><th scope=\"col\" class=\"a\">A</th><th scope=\"col\" class=\"b\">B</th></tr></thead>\n<tbody>\n");
        foreach (var difference in document.Differences)
        {
            int paragraph = Math.Max(0, paragraphs.FindLastIndex(span => span.Start <= difference.Place.Start));
            output.Write($"<tr><td>{ComparisonText.NameOf(difference.Kind)}</td><td><a href=\"#d{index}p{paragraph}\">");
            output.WriteText(difference.Words);
            output.Write("</a></td><td>");
            output.WriteText(difference.A ?? "—");
            output.Write("</td><td>");
            output.WriteText(difference.B ?? "—");
            output.Write("</td></tr>\n");
        }

        output.Write("</tbody>\n</table>\n</details>\n");
    }

    private static IEnumerable<TextSpan> Paragraphs(string text)
    {
        for (int start = 0; start < text.Length;)
        {
            int length = text.AsSpan(start).IndexOfAny('\n', '\r');
            int end = length < 0 ? text.Length : start + length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) yield return TextSpan.FromBounds(start, end);
            start = end + 1;
        }
    }

    private static string ReadStyle()
    {
        using var stream = typeof(ComparisonHtml).Assembly.GetManifestResourceStream(StyleSheet)
            ?? throw new InvalidOperationException($"The tool was built without {StyleSheet}.");
        using var reader = new StreamReader(stream);
        return "\n" + reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
