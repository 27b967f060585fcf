using NewsNlp.Documents;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Coreference;

/// <summary>
/// An article as a site prints it, and below "---" who is who in it, a line each: <c>quote: words of it: speaker; speaker</c>,
/// <c>who: words with a [mention]: entity</c>, <c>role: entity: role</c>, <c>byline: names | role | organization | place</c>,
/// <c>dateline: place | agency | date</c>, <c>speaksfor: seat: whom</c>. " or " parts answers that are equally right. All names,
/// places and words are invented; real capitals stand where a capital has to.
/// </summary>
internal sealed record AnnotatedArticle(string Name, string Text, IReadOnlyList<(string Kind, string Key, string Answer)> Lines)
{
    private const string Folder = "tests/NewsNlp.Tests/Coreference/Gold/Articles";

    public static IReadOnlyList<AnnotatedArticle> All() =>
        [.. Repository.Files(Folder, "*.txt").Select(file => Parse(Path.GetFileNameWithoutExtension(file), Repository.Read(file)))];

    public static AnnotatedArticle Parse(string name, string file)
    {
        var parts = file.ReplaceLineEndings("\n").Split("\n---\n");
        return new AnnotatedArticle(name, parts[0], [.. parts[1].Trim().Split('\n').Select(ParseLine)]);
    }

    /// <summary>What a document says to a line's question.</summary>
    public string Ask(Document document, string kind, string key) => kind switch
    {
        "quote" => Speakers(document, key),
        "who" => Named(document, key),
        "role" => document.Entities.Where(entity => IsSame(entity.CanonicalName, key)).Select(entity => entity.Role ?? "-").FirstOrDefault("no such entity"),
        "speaksfor" => document.Entities.Where(entity => IsSame(entity.CanonicalName, key)).Select(entity => entity.SpeaksFor?.CanonicalName ?? "-").FirstOrDefault("no such entity"),
        "byline" => document.Byline is { } byline ? Bars(string.Join("; ", byline.Authors), byline.Role, byline.Organization, byline.Place) : "-",
        "dateline" => document.Dateline is { } dateline ? Bars(dateline.Place, dateline.Agency, dateline.Date) : "-",
        _ => throw new FormatException($"{Name}: {kind} is no kind of line"),
    };

    /// <summary>Whether an answer is one of the right ones; case, kinds of apostrophe and a role's article do not matter.</summary>
    public static bool IsRight(string kind, string expected, string actual) => expected.Split(" or ").Any(one => kind switch
    {
        "role" => IsSame(WithoutArticle(one), WithoutArticle(actual)),
        "quote" => one.Split("; ").Order(StringComparer.OrdinalIgnoreCase).Zip(actual.Split("; ").Order(StringComparer.OrdinalIgnoreCase), IsSame).All(same => same)
            && one.Split("; ").Length == actual.Split("; ").Length,
        _ => IsSame(one, actual),
    });

    private static (string Kind, string Key, string Answer) ParseLine(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var (kind, rest) = (line[..colon], line[(colon + 2)..]);
        if (kind is "byline" or "dateline")
        {
            return (kind, "", Bars([.. rest.Split('|').Select(part => part.Trim())]));
        }

        var last = rest.LastIndexOf(": ", StringComparison.Ordinal);
        return (kind, rest[..last], rest[(last + 2)..]);
    }

    private static string Bars(params string?[] parts) => string.Join(" | ", parts.Select(part => part ?? "")).TrimEnd(' ', '|');

    /// <summary>The quote that holds most of the words, the shortest of equals.</summary>
    private static string Speakers(Document document, string words)
    {
        var span = SpanOf(document, words);
        var quotes = document.Quotes.Select(quote => (Quote: quote, Shared: quote.Contents.Sum(content => Shared(content, span)))).Where(pair => pair.Shared > 0)
            .OrderByDescending(pair => pair.Shared).ThenBy(pair => pair.Quote.Contents.Sum(content => content.Length)).ToList();
        return quotes.Count == 0 ? "no quote" : string.Join("; ", quotes[0].Quote.Speakers.Select(speaker => speaker.CanonicalName));
    }

    private static string Named(Document document, string words)
    {
        var open = words.IndexOf('[', StringComparison.Ordinal);
        var length = words.IndexOf(']', StringComparison.Ordinal) - open - 1;
        var place = new TextSpan(SpanOf(document, words.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)).Start + open, length);
        return document.Mentions.Where(mention => mention.Span == place).Select(mention => mention.Entity.CanonicalName).FirstOrDefault("no mention");
    }

    private static TextSpan SpanOf(Document document, string words)
    {
        var start = document.Text.IndexOf(words, StringComparison.Ordinal);
        return start >= 0 && document.Text.IndexOf(words, start + 1, StringComparison.Ordinal) < 0
            ? new TextSpan(start, words.Length)
            : throw new FormatException($"\"{words}\" is not in the article just once.");
    }

    private static int Shared(TextSpan a, TextSpan b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));

    private static bool IsSame(string a, string b) => a.Replace('’', '\'').Equals(b.Replace('’', '\''), StringComparison.OrdinalIgnoreCase);

    private static string WithoutArticle(string role) =>
        role.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank && role[..blank].ToLowerInvariant() is "the" or "a" or "an" ? role[(blank + 1)..] : role;
}
