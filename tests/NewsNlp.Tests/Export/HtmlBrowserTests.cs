using System.Diagnostics;
using System.Text.RegularExpressions;
using NewsNlp.Documents;
using NewsNlp.Export;

namespace NewsNlp.Tests.Export;

/// <summary>The page in a browser: headless Chromium, where it is installed.</summary>
public sealed partial class HtmlBrowserTests
{
    private static readonly string? Browser = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    [Fact]
    public async Task The_page_keeps_its_own_policy_and_its_style_counts()
    {
        var (_, console) = await OpenAsync(Write(SampleDocuments.Full));
        Assert.DoesNotContain("Content Security Policy", console, StringComparison.OrdinalIgnoreCase);

        // The same page with a style that is not its own: now the browser must complain, or the test above says nothing.
        var (_, complaint) = await OpenAsync(Write(SampleDocuments.Full).Replace("</body>", "<p style=\"color:red\">x</p></body>", StringComparison.Ordinal));
        Assert.Contains("Content Security Policy", complaint, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Payloads_do_not_run_and_make_no_elements()
    {
        const string Payload = "\"><script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\"><svg onload=\"document.title='ran'\"></style>";
        var builder = new DocumentBuilder(Payload, new DocumentMetadata(Payload))
            .AddTokens([new TextSpan(0, Payload.Length)])
            .AddEntityMentions(sink => sink.Add(0, 1, new EntityLabel(Payload)))
            .AddQuotes(sink => sink.Add(QuoteKind.Direct, [new TextSpan(0, Payload.Length)], [], null));
        builder.AddCoreference(sink =>
        {
            var entity = sink.AddEntity(Payload, null, Payload);
            sink.AddMention(entity, builder.Document.EntityMentions[0]);
            sink.AddSpeaker(builder.Document.Quotes[0], entity);
        });
        var (page, _) = await OpenAsync(Write(builder.Build()));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<title>ran", page, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(page, "<style"));
    }

    [Theory]
    [InlineData("picked", "document.querySelector('.pick0').click()")]
    [InlineData("focused by the keyboard", "document.querySelector('.card0 a').focus()")]
    [InlineData("jumped to", "location.hash = 'a1-s0'")]
    public async Task Someone_who_is_picked_focused_or_jumped_to_lights_up(string how, string action)
    {
        var lit = await AskAsync(
            action,
            "[...document.querySelectorAll('[class*=by]')].map(e => (/\\bby0\\b/.test(e.getAttribute('class')) ? 'own' : 'other') + getComputedStyle(e).getPropertyValue('--lit').trim()).join(' ')");
        var marks = lit.Split(' ');
        Assert.True(marks.Contains("own1"), how);
        Assert.DoesNotContain("own0", marks);
        Assert.Contains("other0", marks);
        Assert.DoesNotContain("other1", marks);
    }

    [Fact]
    public async Task Kinds_of_names_and_quotes_can_be_switched_off()
    {
        const string Line = "getComputedStyle(document.querySelector('.text .per')).textDecorationLine";
        Assert.Equal("underline", await AskAsync("0", Line));
        Assert.Equal("none", await AskAsync("document.querySelector('.show-per').click()", Line));
        const string Badge = "getComputedStyle(document.querySelector('.text .badge')).display";
        Assert.NotEqual("none", await AskAsync("0", Badge));
        Assert.Equal("none", await AskAsync("document.querySelector('.show-q').click()", Badge));
    }

    [Fact]
    public async Task Lanes_show_a_bar_for_each_quote_where_it_stands()
    {
        // Left edges of the bars of the first lane, as shares of its width, against those of the quotes in the text.
        var shares = await AskAsync(
            "0",
            "[...document.querySelectorAll('svg.by0 a rect')].map(r => Math.round(100 * (r.getBoundingClientRect().left - r.ownerSVGElement.getBoundingClientRect().left) / r.ownerSVGElement.getBoundingClientRect().width)).join(' ')");
        var document = SampleDocuments.Full;
        var first = document.Quotes[0].Speaker!.Value;
        var expected = document.Quotes.Where(quote => quote.Speakers.Contains(first)).SelectMany(quote => quote.Contents)
            .Select(content => (int)Math.Round(100.0 * content.Start / document.Text.Length));
        Assert.Equal(string.Join(' ', expected), shares);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Nothing_reaches_beyond_the_side_of_the_window(int width) =>
        Assert.Equal("true", await AskAsync("0", "document.documentElement.scrollWidth <= innerWidth", width));

    [Fact]
    public async Task Everything_that_can_be_done_can_be_done_by_keyboard()
    {
        var reached = await AskAsync(
            "0",
            "[...document.querySelectorAll('a,input,summary')].filter(e => !e.closest('svg') && e.tabIndex < 0).length + ' ' + [...document.querySelectorAll('a[href^=\"#\"]')].filter(e => !document.getElementById(e.getAttribute('href').slice(1))).length");
        Assert.Equal("0 0", reached);
    }

    private static string Write(Document document)
    {
        using var output = new StringWriter();
        HtmlWriter.Write(document, output);
        return output.ToString();
    }

    /// <summary>Does something to the page and asks it something, with a script that the test adds and a policy that lets it run.</summary>
    private static async Task<string> AskAsync(string action, string question, int width = 1280)
    {
        var page = Policy().Replace(Write(SampleDocuments.Full), "");
        var script = $"<script>onload = () => {{ {action}; requestAnimationFrame(() => requestAnimationFrame(() => document.documentElement.setAttribute('data-answer', {question}))) }}</script>";
        var (dom, console) = await OpenAsync(page.Replace("</body>", script + "</body>", StringComparison.Ordinal), width);
        var answer = Answer().Match(dom);
        Assert.True(answer.Success, console);
        return System.Net.WebUtility.HtmlDecode(answer.Groups[1].Value);
    }

    private static async Task<(string Page, string Console)> OpenAsync(string page, int width = 1280)
    {
        Assert.SkipUnless(Browser is not null, "There is no Chromium on this machine.");
        var folder = Directory.CreateTempSubdirectory("newsnlp-");
        try
        {
            var file = Path.Combine(folder.FullName, "page.html");
            await File.WriteAllTextAsync(file, page);
            var start = new ProcessStartInfo(Browser!,
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--enable-logging=stderr",
                $"--user-data-dir={Path.Combine(folder.FullName, "profile")}", $"--window-size={width},900", "--virtual-time-budget=2000",
                "--dump-dom", new Uri(file).AbsoluteUri,
            ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2));
            return (await output, await error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\"[^>]*>")]
    private static partial Regex Policy();

    [GeneratedRegex("data-answer=\"([^\"]*)\"")]
    private static partial Regex Answer();
}
