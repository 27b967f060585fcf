using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using NewsNlp.Documents;
using NewsNlp.Export;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Export;

public sealed partial class HtmlWriterTests
{
    [Fact]
    public void A_document_with_every_layer() => Snapshot.Matches(Write(SampleDocuments.Full), "full.html");

    [Fact]
    public void Absent_layers_leave_a_page_with_the_text()
    {
        var page = Write(SampleDocuments.TextOnly);
        Assert.Contains("<p>A text that nobody has looked at.</p>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Who speaks", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_without_quotes_says_so() =>
        Assert.Contains("Nobody is quoted.", Write(SampleDocuments.Empty), StringComparison.Ordinal);

    [Fact]
    public void Nothing_comes_from_elsewhere_and_nothing_runs()
    {
        var page = Write(SampleDocuments.Full);
        Assert.Contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(EventHandler(), page);
    }

    [Fact]
    public void Payloads_in_text_names_labels_and_ids_stay_text()
    {
        const string Payload = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;</style></title>";
        var builder = new DocumentBuilder(Payload, new DocumentMetadata(Payload))
            .AddBlocks(sink => sink.Add(new TextSpan(0, Payload.Length), BlockKind.Headline))
            .AddTokens([new TextSpan(0, Payload.Length)])
            .AddEntityMentions(sink => sink.Add(0, 1, new EntityLabel(Payload)))
            .AddQuotes(sink => sink.Add(QuoteKind.Direct, [new TextSpan(0, Payload.Length)], [new TextSpan(0, Payload.Length)], null));
        builder.AddCoreference(sink =>
        {
            var entity = sink.AddEntity(Payload, new EntityLabel(Payload), Payload);
            sink.AddMention(entity, builder.Document.EntityMentions[0]);
            sink.AddMention(entity, new TextSpan(0, Payload.Length), MentionKind.Nominal);
            sink.AddSpeaker(builder.Document.Quotes[0], entity);
        });
        var page = Write(builder.Build(), new HtmlOptions { Language = Payload });
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("onerror='", page, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(page, "</style>"));
        Assert.Equal(1, Regex.Count(page, "</title>"));
        AssertWellFormed(page);
        Assert.Equal(Payload, TextOf(page).Trim('\n'));
    }

    [Fact]
    public void Control_characters_and_lone_surrogates_become_visible()
    {
        var buffer = new ArrayBufferWriter<byte>();
        HtmlWriter.Write(new DocumentBuilder("a\0b\u001Bc\u007Fd\u0085e\uD800f").Build(), buffer);
        var page = Encoding.UTF8.GetString(buffer.WrittenSpan);
        Assert.Contains("<p>a\u2400b\u241Bc\u2421d\uFFFDe\uFFFDf</p>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotes_are_tied_to_their_speakers_both_ways()
    {
        var page = Write(SampleDocuments.Full);
        var ids = Regex.Matches(page, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(Regex.Matches(page, " href=\"#([^\"]+)\""), match => Assert.Contains(match.Groups[1].Value, ids));
        Assert.All(Regex.Matches(page, " aria-labelledby=\"([^\"]+)\""), match => Assert.Contains(match.Groups[1].Value, ids));
        Assert.Equal(SampleDocuments.Full.Quotes.Count, Regex.Count(page, "<a class=\"badge"));
    }

    [Fact]
    public void Marks_that_cross_each_other_are_cut_and_not_lost()
    {
        var document = new DocumentBuilder("a b c d")
            .AddTokens([new TextSpan(0, 1), new TextSpan(2, 1), new TextSpan(4, 1), new TextSpan(6, 1)])
            .AddQuotes(sink =>
            {
                sink.Add(QuoteKind.Indirect, [TextSpan.FromBounds(0, 5)], [], null);
                sink.Add(QuoteKind.Indirect, [TextSpan.FromBounds(2, 7)], [], null);
            })
            .Build();
        var page = Write(document);
        AssertWellFormed(page);
        var body = Regex.Replace(page[page.IndexOf("<p><span", StringComparison.Ordinal)..], "<span class=\"q[^>]*>", "[");
        Assert.StartsWith("<p>[a [b c</span></span><a ", body, StringComparison.Ordinal);
        Assert.Contains("</a>[ d</span><a ", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_document_gives_a_well_formed_page_with_all_of_its_text() =>
        RandomDocuments.Create(insidePairs: false).Sample(
            document =>
            {
                var page = Write(document);
                AssertWellFormed(page);
                var text = new string([.. Visible(document.Text).Where(c => !char.IsWhiteSpace(c))]);
                Assert.Equal(text, new string([.. TextOf(page).Where(c => !char.IsWhiteSpace(c))]));
            },
            iter: 1000);

    [Fact]
    public void Several_articles_share_a_page()
    {
        using var output = new StringWriter();
        HtmlWriter.WriteStart(output, new HtmlOptions { Title = "Two & more" });
        HtmlWriter.WriteArticle(SampleDocuments.Full, 1, output);
        HtmlWriter.WriteArticle(SampleDocuments.Full, 2, output);
        HtmlWriter.WriteEnd(output);
        var page = output.ToString();
        AssertWellFormed(page);
        Assert.Contains("<title>Two &amp; more</title>", page, StringComparison.Ordinal);
        var ids = Regex.Matches(page, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    private static string Write(Document document, HtmlOptions? options = null)
    {
        using var output = new StringWriter();
        HtmlWriter.Write(document, output, options);
        return output.ToString();
    }

    /// <summary>Every element that opens closes, in order.</summary>
    private static void AssertWellFormed(string page)
    {
        string[] empty = ["meta", "input"];
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(page))
        {
            var name = tag.Groups[2].Value;
            if (empty.Contains(name))
            {
                continue;
            }

            if (tag.Groups[1].Length == 0)
            {
                open.Push(name);
            }
            else
            {
                Assert.True(open.TryPop(out var expected), $"</{name}> closes nothing.");
                Assert.Equal(expected, name);
            }
        }

        Assert.Empty(open);
        Assert.DoesNotContain('\uFFFF', page);
    }

    /// <summary>The article's text as the page shows it.</summary>
    private static string TextOf(string page)
    {
        var start = page.IndexOf("<div class=\"text\"", StringComparison.Ordinal);
        var end = page.IndexOf("<aside>", StringComparison.Ordinal);
        var text = page[start..end];
        text = Regex.Replace(text, "<a class=\"badge[^>]*>[^<]*</a>", "");
        return System.Net.WebUtility.HtmlDecode(Regex.Replace(text, "<[^>]*>", ""));
    }

    private static string Visible(string text) => string.Concat(text.Select(c =>
        c is '\t' or '\n' or '\r' ? c : c < ' ' ? (char)(0x2400 + c) : c is '\u007F' ? '\u2421' : c is >= '\u0080' and < '\u00A0' ? '\uFFFD' : c));

    [GeneratedRegex("<(/?)([a-z][a-z0-9]*)[^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<[^>]* on[a-z]+=")]
    private static partial Regex EventHandler();
}
