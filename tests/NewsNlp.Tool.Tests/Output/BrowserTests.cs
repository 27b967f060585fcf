using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsNlp.Documents;
using NewsNlp.Export;
using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Output;

/// <summary>
/// The pages of <c>annotate</c> and <c>compare</c> in headless Chromium, made of text that wants to run: their content security policy is
/// taken out, so that what is tested is that nothing of the text becomes anything but text.
/// </summary>
public sealed partial class BrowserTests : IDisposable
{
    /// <summary>Each would call <c>ran()</c> in one place or another of a page: between tags, in an attribute, a title, a style, a comment, a script, an address.</summary>
    private static readonly string[] Payloads =
    [
        "<script>ran()</script>", "\"><script>ran()</script>", "'><img src=x onerror=ran()>", "\" onmouseover=\"ran()\" autofocus onfocus=\"ran()", "' autofocus onfocus='ran()",
        "</title><script>ran()</script>", "</style><script>ran()</script>", "--><script>ran()</script><!--", "]]><script>ran()</script>", "</script><script>ran()</script>",
        "javascript:ran()", "JaVaScRiPt&colon;ran()", "data:text/html,<script>parent.ran()</script>", "<svg/onload=ran()>", "<math><mi//xlink:href=\"javascript:ran()\">",
        "<iframe srcdoc=\"<script>parent.ran()</script>\">", "<a href=javascript:ran() id=clickme>x</a>", "<base href=//evil.invalid/>", "<meta http-equiv=refresh content=\"0;url=javascript:ran()\">",
        "<link rel=stylesheet href=data:,*{color:red}>", "&lt;script&gt;ran()&lt;/script&gt;", "\u0000<script>ran()</script>", "<\u0000script>ran()</script>", "\uFEFF<script>ran()</script>",
        "+ADw-script+AD4-ran()+ADw-/script+AD4-", "{{constructor.constructor('ran()')()}}", "${ran()}", "\u2028ran()\u2029", "\uD800<script>ran()</script>", "<!--<script>", "<noscript><p title=\"</noscript><img src=x onerror=ran()>\">",
        "<template><script>ran()</script></template>", "<form action=javascript:ran()><button autofocus>x</button></form>", "expression(ran())", "url(javascript:ran())", "\\3c script>ran()\\3c /script>",
    ];

    /// <summary>What the page consists of: its elements with the names of their attributes, and every value that could lead or run anywhere.</summary>
    private const string Probe = """
        <script>document.querySelectorAll('a, summary, label, [tabindex]').forEach(e => { e.dispatchEvent(new MouseEvent('mouseover')); e.focus?.(); if (!e.closest('form')) e.click?.(); });
        setTimeout(() => document.documentElement.setAttribute('data-answer', JSON.stringify({
          ran: window.hasRun === true,
          elements: [...document.querySelectorAll('*')].map(e => e.tagName + ' ' + [...e.attributes].map(a => a.name).sort().join(' ')).join('\n'),
          leads: [...document.querySelectorAll('*')].flatMap(e => [...e.attributes].filter(a => /^(href|xlink:href|src|action|formaction|data|style|srcdoc|on.*)$/i.test(a.name)).map(a => a.name + '=' + a.value)) })), 300)</script>
        """;

    private readonly TemporaryFolder _folder = new();

    private static readonly string? Browser = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Annotated_articles_run_nothing_and_are_built_as_harmless_ones_are() =>
        await AssertSame(await Annotate(Harmless), await Annotate(Payloads));

    [Fact]
    public async Task Compared_documents_run_nothing_and_are_built_as_harmless_ones_are() =>
        await AssertSame(await Compare(Harmless, "a.jsonl", "b.jsonl"), await Compare(Payloads, "\"><script>ran()<.jsonl", "'onload='ran()' <img src=x onerror=ran()>.jsonl"));

    /// <summary>A page that does run something is seen to do so: else the tests above say nothing.</summary>
    [Fact]
    public async Task A_page_that_runs_something_is_caught()
    {
        foreach (var injected in new[] { "<img src=x onerror=ran()>", "<a href='javascript:ran()'>x</a>" })
        {
            using var answer = await Open((await Annotate(Harmless)).Replace("</body>", injected + "</body>", StringComparison.Ordinal));
            Assert.True(answer.RootElement.GetProperty("ran").GetBoolean(), injected);
        }
    }

    [Fact]
    public async Task The_pages_allow_no_script_even_if_one_got_in()
    {
        foreach (var page in new[] { await Annotate(Harmless), await Compare(Harmless, "a.jsonl", "b.jsonl") })
        {
            var policy = Policy().Match(page);
            Assert.True(policy.Success && policy.Value.Contains("default-src 'none'", StringComparison.Ordinal) && !policy.Value.Contains("unsafe", StringComparison.Ordinal), policy.Value);
        }
    }

    private static string[] Harmless => [.. Payloads.Select((_, i) => $"harmless{i}")];

    private async Task AssertSame(string harmless, string hostile)
    {
        using var expected = await Open(harmless);
        using var actual = await Open(hostile);
        Assert.False(actual.RootElement.GetProperty("ran").GetBoolean(), "a payload ran");
        Assert.Equal(expected.RootElement.GetProperty("elements").GetString(), actual.RootElement.GetProperty("elements").GetString());

        // Where links lead is told by numbers, never by what is in the text.
        Assert.Equal(expected.RootElement.GetProperty("leads").GetRawText(), actual.RootElement.GetProperty("leads").GetRawText());
    }

    /// <summary>All payloads in one page: each an article whose text, title, names, roles, labels, quotes and id it is.</summary>
    private static async Task<string> Annotate(string[] words)
    {
        var lines = string.Concat(words.Select(word => $"{{\"id\":{Json(word)},\"text\":{Json($"{word}\n\n{word} {word}")}}}\n"));
        var run = new ToolRun { Input = Encoding.UTF8.GetBytes(lines), Annotate = (text, metadata, _) => Document(text, metadata) };
        Assert.Equal(0, await run.RunAsync("annotate", "--input-format", "jsonl", "--format", "html"));
        return run.Output;
    }

    private async Task<string> Compare(string[] words, string nameA, string nameB)
    {
        string Side(string label) => string.Concat(words.Select(word =>
        {
            using var json = new MemoryStream();
            DocumentJsonWriter.Write(Document($"{word}\n\n{word} {word}", new DocumentMetadata(word), label), json);
            return Encoding.UTF8.GetString(json.ToArray()).TrimEnd() + "\n";
        }));
        var run = new ToolRun();
        Assert.Equal(0, await run.RunAsync("compare", _folder.Write(nameA, Side("1")), _folder.Write(nameB, Side("2")), "--format", "html"));
        return run.Output;
    }

    private static Document Document(string text, DocumentMetadata metadata, string suffix = "")
    {
        // Three tokens, whatever the word is: the word as headline and twice below.
        var word = text[..text.IndexOf("\n\n", StringComparison.Ordinal)];
        TextSpan[] tokens = [new(0, word.Length), new(word.Length + 2, word.Length), new((2 * word.Length) + 3, word.Length)];
        var builder = new DocumentBuilder(text, metadata).AddTokens(tokens).AddSentences(sink => sink.Add(0, 3))
            .AddEntityMentions(sink => sink.Add(0, 1, new EntityLabel($"l{word}{suffix}l")))
            .AddQuotes(sink => sink.Add(QuoteKind.Direct, [tokens[1]], [tokens[2]], null));
        return builder.AddCoreference(sink =>
        {
            var entity = sink.AddEntity(word + suffix, null, word);
            sink.AddMention(entity, builder.Document.EntityMentions[0]);
            sink.AddSpeaker(builder.Document.Quotes[0], entity);
        }).Build();
    }

    private async Task<JsonDocument> Open(string page)
    {
        Assert.SkipUnless(Browser is not null, "There is no Chromium on this machine.");
        var bare = Policy().Replace(page, "");
        Assert.NotEqual(page, bare);
        bare = bare.Replace("<head>", "<head><script>function ran() { window.hasRun = true; }</script>", StringComparison.Ordinal).Replace("</body>", Probe + "</body>", StringComparison.Ordinal);
        var file = _folder.Write($"{Guid.NewGuid():N}.html", bare);
        using var process = Process.Start(new ProcessStartInfo(Browser!,
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--virtual-time-budget=5000",
            $"--user-data-dir={_folder.At("profile")}", "--dump-dom", new Uri(file).AbsoluteUri,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2));
        var answer = Answer().Match(await output);
        Assert.True(answer.Success, await error);
        return JsonDocument.Parse(WebUtility.HtmlDecode(answer.Groups[1].Value));
    }

    private static string Json(string text) => "\"" + string.Concat(text.Select(c => c < ' ' || c is '"' or '\\' || char.IsSurrogate(c) ? $"\\u{(int)c:X4}" : c.ToString())) + "\"";

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\"[^>]*>")]
    private static partial Regex Policy();

    [GeneratedRegex("data-answer=\"([^\"]*)\"")]
    private static partial Regex Answer();
}
