using System.Text.Json;
using System.Text.RegularExpressions;
using NewsNlp.Documents;
using NewsNlp.Export;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Export;

/// <summary>The page in a browser: headless Chromium, where it is installed.</summary>
public sealed class HtmlBrowserTests
{
    /// <summary>Does one thing after the other to the page, and says after each what its style is.</summary>
    private const string Questions = """
        (() => {
          const all = (selector) => [...document.querySelectorAll(selector)], one = (selector) => document.querySelector(selector);
          const lit = () => all('[class*=by]').map(e => (/\bby0\b/.test(e.getAttribute('class')) ? 'own' : 'other')
            + getComputedStyle(e).getPropertyValue('--lit').trim()).join(' ');
          const line = () => getComputedStyle(one('.text .per')).textDecorationLine, badge = () => getComputedStyle(one('.text .badge')).display;
          const left = (e) => e.getBoundingClientRect().left, answers = { before: lit(), lineOn: line(), badgeOn: badge() };
          one('.pick0').click(); answers.picked = lit(); one('.all .pick').click();
          one('.card0 a').focus(); answers.focused = lit(); document.activeElement.blur();
          location.hash = 'a1-s0'; answers.jumpedTo = lit(); location.hash = '';
          one('.show-per').click(); answers.lineOff = line();
          one('.show-q').click(); answers.badgeOff = badge();
          answers.beyondTheKeyboard = all('a,input,summary').filter(e => !e.closest('svg') && e.tabIndex < 0).length;
          answers.linksToNowhere = all('a[href^="#"]').filter(e => !document.getElementById(e.getAttribute('href').slice(1))).length;
          answers.fits = document.documentElement.scrollWidth <= innerWidth;
          answers.bars = all('svg.by0 a rect').map(e => Math.round(100 * (left(e) - left(e.ownerSVGElement)) / e.ownerSVGElement.getBoundingClientRect().width));
          return answers;
        })()
        """;

    [Fact]
    public async Task The_page_keeps_its_own_policy_and_its_style_counts()
    {
        var (_, console) = await Chromium.OpenAsync(Write(SampleDocuments.Full));
        Assert.DoesNotContain("Content Security Policy", console, StringComparison.OrdinalIgnoreCase);

        // The same page with a style that is not its own: now the browser must complain, or the test above says nothing.
        var (_, complaint) = await Chromium.OpenAsync(Write(SampleDocuments.Full).Replace("</body>", "<p style=\"color:red\">x</p></body>", StringComparison.Ordinal));
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
        var (page, _) = await Chromium.OpenAsync(Write(builder.Build()));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<title>ran", page, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(page, "<style"));
    }

    /// <summary>A browser takes long to start: all that is asked of the page is asked of one.</summary>
    [Fact]
    public async Task Who_is_picked_focused_or_jumped_to_lights_up_kinds_can_be_switched_off_and_lanes_stand_where_quotes_do()
    {
        var answers = await AskAsync(Questions);
        foreach (var how in new[] { "picked", "focused", "jumpedTo" })
        {
            var marks = answers.GetProperty(how).GetString()!.Split(' ');
            Assert.Contains("own1", marks);
            Assert.DoesNotContain("own0", marks);
            Assert.Contains("other0", marks);
            Assert.DoesNotContain("other1", marks);
        }

        Assert.DoesNotContain("own1", answers.GetProperty("before").GetString()!.Split(' '));
        Assert.Equal(("underline", "none"), (answers.GetProperty("lineOn").GetString(), answers.GetProperty("lineOff").GetString()));
        Assert.Equal("none", answers.GetProperty("badgeOff").GetString());
        Assert.NotEqual("none", answers.GetProperty("badgeOn").GetString());
        Assert.Equal(0, answers.GetProperty("beyondTheKeyboard").GetInt32());
        Assert.Equal(0, answers.GetProperty("linksToNowhere").GetInt32());
        Assert.True(answers.GetProperty("fits").GetBoolean());

        // Left edges of the bars of the first lane, in per cent of its width, against those of the quotes in the text.
        var document = SampleDocuments.Full;
        var first = document.Quotes[0].Speaker!.Value;
        var expected = document.Quotes.Where(quote => quote.Speakers.Contains(first)).SelectMany(quote => quote.Contents)
            .Select(content => (int)Math.Round(100.0 * content.Start / document.Text.Length));
        Assert.Equal(expected, answers.GetProperty("bars").EnumerateArray().Select(bar => bar.GetInt32()));
    }

    [Fact]
    public async Task Nothing_reaches_beyond_the_side_of_a_narrow_window() =>
        Assert.True((await AskAsync("({ fits: document.documentElement.scrollWidth <= innerWidth })", 500)).GetProperty("fits").GetBoolean());

    private static string Write(Document document)
    {
        using var output = new StringWriter();
        HtmlWriter.Write(document, output);
        return output.ToString();
    }

    private static Task<JsonElement> AskAsync(string question, int width = 1280) => Chromium.AskAsync(Write(SampleDocuments.Full), question, width);
}
