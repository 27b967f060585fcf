using System.Net;
using System.Text.Json;
using AngleSharp.Dom;

namespace NewsNlp.Tool.Input.Html;

/// <summary>The article in a page's JSON-LD (schema.org's NewsArticle and its kin), wherever in the graph it stands.</summary>
internal sealed record LinkedData(string? Headline, IReadOnlyList<string> Authors, string? Published, IReadOnlyList<string> Body, bool IsLive)
{
    private const int Deepest = 32, Longest = 8 * 1024 * 1024;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 256 };

    /// <summary>The first article of the page that has a headline or a day; null where there is none, or no JSON that can be read.</summary>
    public static LinkedData? Find(IDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            if (script.TextContent is { Length: < Longest } text && Parse(text) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static LinkedData? Parse(string text)
    {
        try
        {
            // Pages are careless about line breaks inside strings.
            using var json = JsonDocument.Parse(string.Create(text.Length, text, static (span, source) =>
            {
                for (int i = 0; i < span.Length; i++)
                {
                    span[i] = char.IsControl(source[i]) ? ' ' : source[i];
                }
            }), Lenient);
            return Search(json.RootElement, 0);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate in a string.
            return null;
        }
    }

    private static LinkedData? Search(JsonElement element, int depth)
    {
        if (depth > Deepest)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().Select(item => Search(item, depth + 1)).FirstOrDefault(found => found is not null);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (IsArticle(element) && Read(element) is { } article && (article.Headline is not null || article.Published is not null))
        {
            return article;
        }

        foreach (var member in new[] { "@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item" })
        {
            if (element.TryGetProperty(member, out var inner) && Search(inner, depth + 1) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool IsArticle(JsonElement element) => Texts(element, "@type").Any(type =>
        type.EndsWith("Article", StringComparison.Ordinal) || type is "BlogPosting" or "LiveBlogPosting" or "Report");

    private static LinkedData Read(JsonElement element)
    {
        var updates = element.TryGetProperty("liveBlogUpdate", out var list) ? Updates(list).ToList() : [];
        return new LinkedData(
            First(element, "headline") ?? First(element, "name"),
            [.. AuthorsOf(element, "author").Distinct(StringComparer.Ordinal)],
            First(element, "datePublished") ?? First(element, "dateCreated"),
            updates.Count > 0 ? updates : [.. Paragraphs(Raw(element, "articleBody"))],
            updates.Count > 0);
    }

    private static IEnumerable<string> Updates(JsonElement list)
    {
        foreach (var update in list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : new[] { list })
        {
            if (update.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            if (First(update, "headline") is { } headline)
            {
                yield return headline;
            }

            foreach (var paragraph in Paragraphs(Raw(update, "articleBody")))
            {
                yield return paragraph;
            }
        }
    }

    private static IEnumerable<string> Paragraphs(string? body) =>
        (body ?? "").Split("\n", StringSplitOptions.RemoveEmptyEntries).Select(PageMetadata.Collapse).Where(paragraph => paragraph.Length > 0);

    private static IEnumerable<string> AuthorsOf(JsonElement element, string member)
    {
        if (!element.TryGetProperty(member, out var authors))
        {
            yield break;
        }

        foreach (var author in authors.ValueKind == JsonValueKind.Array ? [.. authors.EnumerateArray()] : new[] { authors })
        {
            var name = author.ValueKind == JsonValueKind.String ? Clean(author.GetString()) : author.ValueKind == JsonValueKind.Object ? First(author, "name") : null;
            if (name is { Length: > 0 } && !name.Contains("://", StringComparison.Ordinal))
            {
                yield return name;
            }
        }
    }

    private static string? First(JsonElement element, string member) => Texts(element, member).FirstOrDefault(text => text.Length > 0);

    private static IEnumerable<string> Texts(JsonElement element, string member)
    {
        if (!element.TryGetProperty(member, out var value))
        {
            return [];
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => [Clean(value.GetString())],
            JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => Clean(item.GetString())),
            _ => [],
        };
    }

    private static string? Raw(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? WebUtility.HtmlDecode(value.GetString()) : null;

    private static string Clean(string? text) => PageMetadata.Collapse(WebUtility.HtmlDecode(text));
}
