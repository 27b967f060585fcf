using AngleSharp.Dom;

namespace NewsNlp.Tool.Input.Html;

/// <summary>Takes away what stands around and inside an article on a news site: consent banners, related links, sharing, newsletters.</summary>
internal static class PageFurniture
{
    /// <summary>No part that holds so much of the page's text is furniture, whatever it calls itself.</summary>
    private const double LargestShare = 0.3;

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "cookie", "cookies", "consent", "gdpr", "onetrust", "paywall", "subscribe", "subscription", "newsletter", "signup", "related", "recommended", "recommendations",
        "mostread", "trending", "popular", "share", "sharing", "social", "advert", "advertisement", "ad", "ads", "sponsored", "promo", "promotion", "outbrain",
        "taboola", "comments", "breadcrumb", "breadcrumbs", "toolbar", "skip", "modal", "overlay", "tags", "topics", "morestories", "readmore",
    };

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "html", "body", "article", "main", "h1", "head" };

    public static void Remove(IDocument document)
    {
        double all = Math.Max(1, document.Body?.TextContent.Length ?? 0);
        foreach (var element in document.QuerySelectorAll("[class], [id], [role], [aria-modal], [data-testid], [data-component], aside").ToArray())
        {
            if (!Kept.Contains(element.LocalName) && IsFurniture(element) && element.TextContent.Length < LargestShare * all && element.QuerySelector("article, main, h1") is null)
            {
                element.Remove();
            }
        }
    }

    private static bool IsFurniture(IElement element) =>
        element.GetAttribute("role") is "dialog" or "alertdialog" or "navigation" or "complementary" or "search" || element.GetAttribute("aria-modal") == "true"
        || element.LocalName == "aside"
        || Names(element.ClassName) || Names(element.Id) || Names(element.GetAttribute("data-testid")) || Names(element.GetAttribute("data-component"));

    /// <summary>Whether a name has such a word: <c>related-links</c>, <c>shareBar</c>; not <c>shared</c> or <c>shadow</c>.</summary>
    private static bool Names(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return false;
        }

        int start = 0;
        for (int i = 0; i <= name.Length; i++)
        {
            bool ends = i == name.Length || !char.IsAsciiLetter(name[i]) || i > start && char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1]);
            if (!ends)
            {
                continue;
            }

            if (i > start && Words.Contains(name[start..i]))
            {
                return true;
            }

            start = i < name.Length && char.IsAsciiLetter(name[i]) ? i : i + 1;
        }

        return false;
    }
}
