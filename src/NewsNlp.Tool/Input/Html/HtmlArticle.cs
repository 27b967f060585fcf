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

    /// <summary>What a line of names is at most as long as.</summary>
    private const int LongestByline = 160;

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
        var metadata = PageMetadata.Of(document);
        PageFurniture.Remove(document);
        using var reader = new Reader(NoAddress, document.DocumentElement.OuterHtml);
        var found = reader.GetArticle();
        var paragraphs = found.IsReadable ? Content(parser, found.Content) : [];
        if (paragraphs.Count == 0)
        {
            paragraphs = HtmlParagraphs.Of((INode?)document.QuerySelector("article, main") ?? document.Body ?? (INode)document);
        }

        // Where the page keeps its text for a script to show, or the reader took one update of a live blog for all.
        if (metadata.Body.Sum(paragraph => paragraph.Length) > BodyFactor(metadata) * paragraphs.Sum(paragraph => paragraph.Length))
        {
            paragraphs = [.. metadata.Body];
        }

        if (paragraphs.Count == 0)
        {
            throw new InputException(ErrorCodes.NoArticle, "There is no article in the page.") { Id = id };
        }

        var title = metadata.Headline.Length > 0 ? metadata.Headline : PageMetadata.Collapse(found.Title);
        AddHead(paragraphs, title, metadata.Authors.Count > 0 ? Join(metadata.Authors) : PageMetadata.Collapse(found.Byline), metadata.Authors);
        var published = metadata.Published ?? (found.PublicationDate is { } date ? DateOnly.FromDateTime(date) : null);
        return new Article(string.Join("\n\n", paragraphs) + "\n", new DocumentMetadata(id, published));
    }

    private static List<string> Content(HtmlParser parser, string html)
    {
        using var content = parser.ParseDocument(html);
        return HtmlParagraphs.Of(content.Body!);
    }

    /// <summary>Puts headline and byline in front, and takes away what repeats them.</summary>
    private static void AddHead(List<string> paragraphs, string title, string byline, IReadOnlyList<string> authors)
    {
        if (byline.Length > 0)
        {
            byline = byline.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? byline : "By " + byline;
            RemoveFromHead(paragraphs, paragraph => IsSame(paragraph, byline) || IsSame("By " + paragraph, byline) || IsBylineOf(paragraph, authors));
            paragraphs.Insert(0, byline);
        }

        if (title.Length > 0)
        {
            RemoveFromHead(paragraphs, paragraph => IsSame(paragraph, title));
            paragraphs.Insert(0, title);
        }
    }

    private static double BodyFactor(PageMetadata metadata) => metadata.IsLive ? 1.2 : 2;

    private static string Join(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    /// <summary>"By Ida Fennimore, political correspondent" says what the names say.</summary>
    private static bool IsBylineOf(string paragraph, IReadOnlyList<string> authors) =>
        authors.Count > 0 && paragraph.Length <= LongestByline && paragraph.StartsWith("by ", StringComparison.OrdinalIgnoreCase)
        && authors.All(author => paragraph.Contains(author, StringComparison.OrdinalIgnoreCase));

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
}
