using System.Globalization;
using AngleSharp.Dom;

namespace NewsNlp.Tool.Input.Html;

/// <summary>What a page says of its article beside its text, in schema.org's JSON-LD, Open Graph and older tags, in this order.</summary>
/// <param name="Headline">The headline; empty where there is none.</param>
/// <param name="Authors">Who wrote it.</param>
/// <param name="Published">The day of publication as the page writes it, in its own time zone.</param>
/// <param name="Body">The paragraphs that JSON-LD has, of a live blog its updates; often none.</param>
/// <param name="IsLive">Whether the body is the updates of a live blog.</param>
internal sealed record PageMetadata(string Headline, IReadOnlyList<string> Authors, DateOnly? Published, IReadOnlyList<string> Body, bool IsLive)
{
    private static readonly string[] Dates =
    [
        "meta[property='article:published_time']", "meta[property='og:article:published_time']", "meta[itemprop='datePublished']",
        "[itemprop='datePublished'][datetime]", "meta[name='article.published']", "meta[name='date']", "meta[name='DC.date.issued']",
        "meta[name='dc.date']", "meta[name='parsely-pub-date']", "meta[name='pubdate']", "meta[name='publishdate']", "meta[name='publish-date']",
        "meta[name='sailthru.date']", "time[pubdate]", "article time[datetime]", "main time[datetime]", "time[datetime]",
    ];

    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[..12];

    private static readonly string[] Titles = ["meta[property='og:title']", "meta[name='twitter:title']", "meta[name='parsely-title']"];

    private static readonly string[] Writers = ["meta[name='author']", "meta[name='parsely-author']", "meta[property='article:author']", "meta[name='byl']"];

    public static PageMetadata Of(IDocument document)
    {
        var linked = LinkedData.Find(document);
        var site = Content(document, "meta[property='og:site_name']") ?? "";
        var headline = linked?.Headline ?? Titles.Select(selector => Content(document, selector)).FirstOrDefault(title => title is not null) ?? "";
        var authors = linked?.Authors is { Count: > 0 } known ? known : Names(document);
        return new PageMetadata(WithoutSite(headline, site), authors, Day(linked?.Published) ?? PublishedIn(document), linked?.Body ?? [], linked?.IsLive ?? false);
    }

    /// <summary>White space runs as one space, none at the ends.</summary>
    public static string Collapse(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static DateOnly? PublishedIn(IDocument document)
    {
        foreach (var selector in Dates)
        {
            var element = document.QuerySelector(selector);
            if (Day(element?.GetAttribute("content") ?? element?.GetAttribute("datetime")) is { } day)
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>The day of a time stamp: in ISO 8601, or written out in English.</summary>
    private static DateOnly? Day(string? text)
    {
        text = text?.Trim();
        if (text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
        {
            return iso;
        }

        if (text is { Length: >= 8 } && DateOnly.TryParseExact(text[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var digits))
        {
            return digits;
        }

        // Only with a month by name: which of 4/5/2024 is the month, no tag says. And only with its year: the day on which the
        // page is read stands in for what a time stamp lacks.
        return text is not null && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var written)
            && text.Contains(written.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            && Months.Any(month => text.Contains(month, StringComparison.OrdinalIgnoreCase))
            ? DateOnly.FromDateTime(written.DateTime)
            : null;
    }

    private static List<string> Names(IDocument document)
    {
        foreach (var selector in Writers)
        {
            var names = document.QuerySelectorAll(selector).Select(element => Collapse(element.GetAttribute("content"))).Where(IsName).Distinct(StringComparer.Ordinal).ToList();
            if (names.Count > 0)
            {
                return [.. names.Select(name => name.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? name[3..] : name)];
            }
        }

        return [];
    }

    /// <summary>Not the address of somebody's page.</summary>
    private static bool IsName(string text) => text.Length > 0 && !text.Contains("://", StringComparison.Ordinal) && !text.StartsWith('@') && text[0] != '/';

    private static string? Content(IDocument document, string selector) =>
        Collapse(document.QuerySelector(selector)?.GetAttribute("content")) is { Length: > 0 } content ? content : null;

    /// <summary>Takes off the site's name, set apart by a bar or a dash.</summary>
    private static string WithoutSite(string title, string site)
    {
        if (site.Length == 0 || !title.EndsWith(site, StringComparison.OrdinalIgnoreCase))
        {
            return title;
        }

        var rest = title[..^site.Length].TrimEnd();
        return rest.Length > 1 && rest[^1] is '|' or '-' or '–' or '—' or '·' ? rest[..^1].TrimEnd() : title;
    }
}
