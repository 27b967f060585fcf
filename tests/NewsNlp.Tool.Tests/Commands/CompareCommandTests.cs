using System.Text;
using NewsNlp.Documents;
using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Commands;

public sealed class CompareCommandTests
{
    private const string Article =
        "Ferry to Stay in Port\n\nThe engine has to be rebuilt, said Captain Ruth Amadi.\n\nTickets will be refunded in full.";

    [Fact]
    public async Task Differences_in_names_quotes_and_speakers_are_listed()
    {
        using var folder = new TemporaryFolder();
        var run = new ToolRun();
        Assert.Equal(0, await run.RunAsync("compare", folder.Write("a.json", Side("Person", "Ruth Amadi")), folder.Write("b.json", Side("Misc", "Captain Ruth"))));
        Assert.Contains("A a.json, B b.json", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"label +Ruth Amadi A Person B Misc", run.Output);
        Assert.Matches(@"speaker +The engine has to be rebuilt A Ruth Amadi B Captain Ruth", run.Output);
        Assert.Contains("1 document, 1 with differences.", run.Output, StringComparison.Ordinal);
        Assert.Contains("names: 0 the same; 1 with another label, 0 cut otherwise, 0 in one only", run.Output, StringComparison.Ordinal);
        Assert.Contains("quotes: 0 the same; 0 in one only, 0 of other content, 0 with another source, 0 with another cue, 1 with another speaker", Words(run.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_side_that_agrees_with_itself_has_no_differences()
    {
        using var folder = new TemporaryFolder();
        var (a, run) = (folder.Write("a.json", Side("Person", "Ruth Amadi")), new ToolRun());
        Assert.Equal(0, await run.RunAsync("compare", a, a));
        Assert.Contains("1 document, 0 with differences.", run.Output, StringComparison.Ordinal);
        Assert.Contains("names: 1 the same", run.Output, StringComparison.Ordinal);
        Assert.Contains("quotes: 1 the same", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_both_sides_and_marks_what_differs()
    {
        using var folder = new TemporaryFolder();
        var (a, b, page) = (folder.Write("a.json", Side("Person", "Ruth Amadi")), folder.Write("b.json", Side("Misc", "Ruth Amadi")), folder.At("page.html"));
        Assert.Equal(0, await new ToolRun().RunAsync("compare", a, b, "--format", "html", "--output", page));
        var html = await File.ReadAllTextAsync(page);
        Assert.Contains("<small class=\"e d\">Person</small>", html, StringComparison.Ordinal);
        Assert.Contains("<small class=\"e d\">Misc</small>", html, StringComparison.Ordinal);
        Assert.Equal(1, html.Split("class=\"pair differs\"").Length - 1);
        Assert.Equal(2, html.Split("Tickets will be refunded in full.").Length - 1);
        Assert.Contains("<td>label</td><td><a href=\"#d0p1\">Ruth Amadi</a></td><td>Person</td><td>Misc</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Payloads_in_text_labels_names_and_file_names_stay_text()
    {
        const string Payload = "\"><script>alert(1)</script><img src=x onerror=alert(2)></style>";
        using var folder = new TemporaryFolder();
        var document = new DocumentBuilder(Payload, new DocumentMetadata(Payload))
            .AddTokens([new TextSpan(0, Payload.Length)])
            .AddEntityMentions(sink => sink.Add(0, 1, new EntityLabel(Payload)))
            .AddQuotes(sink => sink.Add(QuoteKind.Direct, [new TextSpan(0, Payload.Length)], [], null))
            .Build();
        using var json = new MemoryStream();
        Export.DocumentJsonWriter.Write(document, json);
        var (a, run) = (folder.Write("a.json", json.ToArray()), new ToolRun());
        var b = folder.Write("<script>b.json", Encoding.UTF8.GetString(json.ToArray()).Replace("\"entityMentions\"", "\"others\"", StringComparison.Ordinal));
        Assert.Equal(0, await run.RunAsync("compare", a, b, "--format", "html"));
        Assert.DoesNotContain("<script", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, run.Output.Split("</style>").Length - 1);
        Assert.Contains("style-src 'sha256-", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gold_and_a_model_are_compared_over_the_texts_of_the_gold()
    {
        using var folder = new TemporaryFolder();
        var gold = folder.Write("gold.tsv", "# doc = a\nRuth\tB-Person\nAmadi\tI-Person\nsailed\tO\n.\tO\n");
        var run = new ToolRun { Annotate = NlpPipeline.CreateDefault().Process };
        Assert.Equal(0, await run.RunAsync("compare", gold, "built-in"));
        Assert.Contains("B built-in model", run.Output, StringComparison.Ordinal);
        Assert.Contains("names: 1 the same", run.Output, StringComparison.Ordinal);
        Assert.Contains("quotes: not in both", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_models_read_the_articles_that_are_named()
    {
        using var folder = new TemporaryFolder();
        var run = new ToolRun();
        Assert.Equal(2, await run.RunAsync("compare", "built-in", "built-in"));
        Assert.Contains("--texts", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, await run.RunAsync("compare", "built-in", "built-in", "--texts", folder.Write("ferry.txt", Article)));
        Assert.Contains("1 document, 0 with differences.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sides_without_a_document_in_common_are_refused()
    {
        using var folder = new TemporaryFolder();
        var run = new ToolRun();
        var a = folder.Write("a.tsv", "# doc = a\nRuth\tO\n\n# doc = b\nRuth\tO\n");
        Assert.Equal(1, await run.RunAsync("compare", a, folder.Write("b.tsv", "# doc = c\nRuth\tO\n")));
        Assert.Contains("no document in common", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, await run.RunAsync("compare", a, folder.Write("c.tsv", "# doc = a\nPaul\tO\n")));
        Assert.Contains("different texts", run.Error, StringComparison.Ordinal);
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Words of the article as tokens, "Ruth Amadi" as a name, one quote.
    private static string Side(string label, string speaker)
    {
        var builder = new DocumentBuilder(Article, new DocumentMetadata("ferry"));
        var tokens = ToolRun.SplitAtSpaces(Article.Replace('.', ' ').Replace(',', ' '), default, default).Tokens;
        int ruth = Enumerable.Range(0, tokens.Count).First(i => tokens[i].Text == "Ruth");
        int said = Enumerable.Range(0, tokens.Count).First(i => tokens[i].Text == "said");
        builder.AddTokens([.. tokens.Select(token => token.Span)])
            .AddEntityMentions(sink => sink.Add(ruth, 2, new EntityLabel(label)))
            .AddQuotes(sink => sink.Add(
                QuoteKind.Indirect,
                [TextSpan.FromBounds(Article.IndexOf("The engine", StringComparison.Ordinal), tokens[said - 1].Span.End)],
                [TextSpan.FromBounds(tokens[ruth - 1].Span.Start, tokens[ruth + 1].Span.End)],
                tokens[said].Span))
            .AddCoreference(sink =>
            {
                int entity = sink.AddEntity(speaker);
                sink.AddMention(entity, builder.Document.EntityMentions[0]);
                sink.AddSpeaker(builder.Document.Quotes[0], entity);
            });
        using var json = new MemoryStream();
        Export.DocumentJsonWriter.Write(builder.Build(), json);
        return Encoding.UTF8.GetString(json.ToArray());
    }
}
