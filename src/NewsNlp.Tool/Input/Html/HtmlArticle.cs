using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsNlp.Documents;
using SmartReader;

namespace NewsNlp.Tool.Input.Html;

/// <summary>
/// Takes the article out of a saved news page: headline, byline, paragraphs with blank lines between them, and the day of
/// publication. Nothing is fetched and no script runs.
/// </summary>
internal static class HtmlArticle
{
    // The reader wants an address to resolve links against; none of them is followed.
    private const string NoAddress = "https://page.invalid/";

    /// <summary>How far down a repeated headline or byline may stand.</summary>
    private const int Head = 6;

    private static readonly string[] Dates =
    [
        "meta[property='article:published_time']", "meta[itemprop='datePublished']", "meta[name='date']", "meta[name='DC.date.issued']",
        "meta[name='parsely-pub-date']", "article time[datetime]", "time[datetime]",
    ];

    /// <exception cref="InputException">The page holds no article, or is nested beyond measure.</exception>
    public static Article Read(byte[] page, string? id)
    {
        var html = HtmlDecoder.Decode(page);
        if (HtmlNesting.IsTooDeep(html))
        {
            throw new InputException(ErrorCodes.TooDeep, $"The page nests elements more than {HtmlNesting.Limit} deep.") { Id = id };
        }

        var parser = new HtmlParser();
        using var document = parser.ParseDocument(html);
        var published = Published(document);
        using var reader = new Reader(NoAddress, html);
        var found = reader.GetArticle();
        var paragraphs = found.IsReadable ? Content(parser, found.Content) : [];
        if (paragraphs.Count == 0)
        {
            paragraphs = HtmlParagraphs.Of((INode?)document.QuerySelector("article, main") ?? document.Body ?? (INode)document);
        }

        if (paragraphs.Count == 0)
        {
            throw new InputException(ErrorCodes.NoArticle, "There is no article in the page.") { Id = id };
        }

        AddHead(paragraphs, Collapse(found.Title), Collapse(found.Byline));
        published ??= found.PublicationDate is { } date ? DateOnly.FromDateTime(date) : null;
        return new Article(string.Join("\n\n", paragraphs) + "\n", new DocumentMetadata(id, published));
    }

    private static List<string> Content(HtmlParser parser, string html)
    {
        using var content = parser.ParseDocument(html);
        return HtmlParagraphs.Of(content.Body!);
    }

    /// <summary>Puts headline and byline in front, and takes away what repeats them.</summary>
    private static void AddHead(List<string> paragraphs, string title, string byline)
    {
        if (byline.Length > 0)
        {
            byline = byline.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? byline : "By " + byline;
            RemoveFromHead(paragraphs, paragraph => IsSame(paragraph, byline) || IsSame("By " + paragraph, byline));
            paragraphs.Insert(0, byline);
        }

        if (title.Length > 0)
        {
            RemoveFromHead(paragraphs, paragraph => IsSame(paragraph, title));
            paragraphs.Insert(0, title);
        }
    }

    private static void RemoveFromHead(List<string> paragraphs, Predicate<string> match)
    {
        for (var i = Math.Min(Head, paragraphs.Count) - 1; i >= 0; i--)
        {
            if (match(paragraphs[i]))
            {
                paragraphs.RemoveAt(i);
            }
        }
    }

    private static bool IsSame(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string Collapse(string? text) =>
        string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static DateOnly? Published(IDocument document)
    {
        foreach (var selector in Dates)
        {
            var element = document.QuerySelector(selector);
            var value = element?.GetAttribute("content") ?? element?.GetAttribute("datetime");
            if (value is { Length: >= 10 }
                && DateOnly.TryParseExact(value[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return date;
            }
        }

        return null;
    }
}
