using System.Text.Json;
using NewsNlp.Documents;
using NewsNlp.Evaluation.Entities;
using NewsNlp.Evaluation.Quotations;
using NewsNlp.Tests.Support;
using NewsNlp.Tool.Comparison;
using NewsNlp.Tool.Evaluation.Gold;

namespace NewsNlp.Tool.Tests.Comparison;

/// <summary>The page of two annotations side by side, in a browser.</summary>
public sealed class ComparisonBrowserTests
{
    private const string Article =
        "Ferry to Stay in Port\n\nThe engine has to be rebuilt, said Captain Ruth Amadi of Brightwater.\n\nTickets will be refunded in full.\n\nIslanders took to rowing boats.";

    /// <summary>A browser takes long to start: all that is asked of the page is asked of one.</summary>
    private const string Questions = """
        (() => {
          const all = (selector) => [...document.querySelectorAll(selector)], one = (selector) => document.querySelector(selector);
          const box = (selector) => one(selector).getBoundingClientRect(), seen = (e) => getComputedStyle(e).display !== 'none';
          const luminance = (color) => { const [r, g, b] = color.match(/[\d.]+/g).slice(0, 3).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
          const behind = (e) => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!/, 0\)$/.test(c)) return c; } return 'rgb(255, 255, 255)'; };
          const contrast = (e) => { const [a, b] = [luminance(getComputedStyle(e).color), luminance(behind(e))]; return (Math.max(a, b) + .05) / (Math.min(a, b) + .05); };
          const answers = { sideBySide: box('.differs .a').top === box('.differs .b').top && box('.differs .a').right <= box('.differs .b').left };
          answers.before = all('.pair:not(.head)').filter(seen).length; one('.only').click();
          answers.after = all('.pair:not(.head)').filter(seen).length; answers.differing = all('.pair.differs').length; one('.only').click();
          answers.marked = all('span.d:not(header span)').map(e => e.textContent).join('|');
          answers.notes = all('small.d').map(e => e.textContent).join('|');
          answers.underlinedNotes = all('small').filter(e => getComputedStyle(e).textDecorationLine !== 'none').length;
          answers.beyondTheKeyboard = all('a,input,summary').filter(e => e.tabIndex < 0).length;
          answers.linksToNowhere = all('a[href^="#"]').filter(e => !document.getElementById(e.getAttribute('href').slice(1))).length;
          answers.fits = document.documentElement.scrollWidth <= innerWidth;
          answers.dark = luminance(getComputedStyle(document.body).backgroundColor) < .2;
          answers.contrast = Math.min(...all('h1 span,h2,p,p span,small,td,th,summary,label').map(contrast));
          return answers;
        })()
        """;

    [Fact]
    public async Task Both_sides_stand_beside_each_other_and_what_differs_stands_out()
    {
        var answers = await AskAsync(1280);
        Assert.True(answers.GetProperty("sideBySide").GetBoolean());
        Assert.False(answers.GetProperty("dark").GetBoolean());
        Assert.Equal((4, 1, 1), (Number(answers, "before"), Number(answers, "after"), Number(answers, "differing")));

        // "Brightwater" has another label and the quote another speaker: its words are the same, and only the note behind them differs.
        Assert.Equal("Brightwater|Brightwater", answers.GetProperty("marked").GetString());
        Assert.Equal("— Ruth Amadi|Organization|— Brightwater|Location", answers.GetProperty("notes").GetString());
        Assert.Equal(0, Number(answers, "underlinedNotes"));
        Assert.Equal(0, Number(answers, "beyondTheKeyboard"));
        Assert.Equal(0, Number(answers, "linksToNowhere"));
        AssertReadable(answers);
    }

    [Fact]
    public async Task In_a_narrow_window_one_side_stands_below_the_other()
    {
        var answers = await AskAsync(500);
        Assert.False(answers.GetProperty("sideBySide").GetBoolean());
        AssertReadable(answers);
    }

    [Fact]
    public async Task In_the_dark_the_page_is_dark_and_as_easy_to_read()
    {
        var answers = await AskAsync(1280, "--blink-settings=preferredColorScheme=0");
        Assert.True(answers.GetProperty("dark").GetBoolean());
        AssertReadable(answers);
    }

    [Fact]
    public async Task The_page_keeps_its_own_policy()
    {
        var (_, console) = await Chromium.OpenAsync(Page());
        Assert.DoesNotContain("Content Security Policy", console, StringComparison.OrdinalIgnoreCase);
    }

    // 4.5 is what the Web Content Accessibility Guidelines ask of text.
    private static void AssertReadable(JsonElement answers)
    {
        Assert.True(answers.GetProperty("fits").GetBoolean());
        Assert.True(answers.GetProperty("contrast").GetDouble() >= 4.5, $"{answers}");
    }

    private static int Number(JsonElement answers, string name) => answers.GetProperty(name).GetInt32();

    private static Task<JsonElement> AskAsync(int width, params string[] options) => Chromium.AskAsync(Page(), Questions, width, options);

    private static string Page() =>
        ComparisonHtml.Write([new ComparedDocument(Side(EntityLabel.Organization, "Ruth Amadi"), Side(EntityLabel.Location, "Brightwater"))], "gold.jsonl", "built-in model");

    private static GoldDocument Side(EntityLabel label, string speaker) => new("ferry", Article)
    {
        Mentions = [new LabeledSpan(Span("Ruth Amadi"), EntityLabel.Person), new LabeledSpan(Span("Brightwater"), label)],
        Quotes = [new Attribution { Content = [Span("The engine has to be rebuilt")], Source = [Span("Captain Ruth Amadi of Brightwater")], Cue = [Span("said")], Speakers = [speaker] }],
    };

    private static TextSpan Span(string words) => new(Article.IndexOf(words, StringComparison.Ordinal), words.Length);
}
