using System.Text;
using NewsNlp.Tests.Support;
using NewsNlp.Tool.Input;
using NewsNlp.Tool.Input.Html;

namespace NewsNlp.Tool.Tests.Input.Html;

public sealed class HtmlArticleTests
{
    private const string Page = """
        <!DOCTYPE html>
        <html lang="en"><head>
        <meta charset="utf-8">
        <title>Harbour talks collapse in Port Elswick | The Elswick Post</title>
        <meta property="og:title" content="Harbour talks collapse in Port Elswick">
        <meta name="author" content="Ida Fennimore">
        <meta property="article:published_time" content="2024-05-31T23:30:00-04:00">
        <script>var paragraph = "<p>not the article</p>";</script>
        <style>p { color: red }</style>
        </head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
        <article>
          <h1>Harbour talks
              collapse in Port Elswick</h1>
          <p class="byline">By <a rel="author" href="/ida">Ida Fennimore</a></p>
          <p>Talks to end the strike at the docks broke down on Tuesday, union leader <b>Marta&nbsp;Quill</b> said
             after a long night of meetings that, by all accounts, went nowhere.</p>
          <figure><img src="docks.jpg" alt="Docks"><figcaption>The docks at night</figcaption></figure>
          <p>“We were offered <em>nothing</em>,” she told reporters outside the caf&eacute;.<br>“Not one penny.”<br><br>The mayor, who
             had come early and stayed late, would not comment on it &amp; left without a word to anyone.</p>
          <h2>What next</h2>
          <p>The company did not say when it would return to the table, although the strike, now in its second week, costs
             it some £2.5m a day, and the price of fish has doubled.</p>
          <ul><li>Ferries are not affected.</li><li>Trains are.</li></ul>
          <form><button>Subscribe</button></form>
        </article>
        <footer><p>© The Elswick Post</p></footer>
        <script>document.write("gone")</script>
        </body></html>
        """;

    [Fact]
    public void A_news_page_gives_headline_byline_paragraphs_and_day()
    {
        var article = HtmlArticle.Read(Encoding.UTF8.GetBytes(Page), "page");
        Snapshot.Matches(article.Text, "page.txt");
        Assert.Equal(new DateOnly(2024, 5, 31), article.Metadata.Published);
        Assert.Equal("page", article.Metadata.Id);
    }

    [Fact]
    public void A_page_too_short_for_the_reader_gives_what_it_shows()
    {
        var article = HtmlArticle.Read("<title>T</title><body><script>x</script><div>One<div>two</div> three</div><p hidden>no</p>"u8.ToArray(), null);
        Assert.Equal("T\n\nOne\n\ntwo\n\nthree\n", article.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body><script>var x = 1;</script><nav>Home</nav></body></html>")]
    public void A_page_without_text_is_refused(string page) =>
        Assert.Equal(ErrorCodes.NoArticle, Assert.Throws<InputException>(() => HtmlArticle.Read(Encoding.UTF8.GetBytes(page), null)).Code);

    [Fact]
    public void Character_sets_are_found_as_browsers_find_them()
    {
        byte[] cafe = [.. "<p>caf"u8, 0xE9, .. " \u0093"u8, .. "</p>"u8];
        Assert.StartsWith("<p>café", HtmlDecoder.Decode(cafe), StringComparison.Ordinal);
        Assert.Equal("<p>café</p>", HtmlDecoder.Decode(Encoding.UTF8.GetBytes("<p>café</p>")));
        Assert.Contains("café", HtmlDecoder.Decode([.. "<meta charset=iso-8859-1>caf"u8, 0xE9]), StringComparison.Ordinal);
        Assert.Contains("“x”", HtmlDecoder.Decode([.. "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>"u8, 0x93, (byte)'x', 0x94]), StringComparison.Ordinal);
        Assert.Contains("é", HtmlDecoder.Decode([.. "<meta charset=nonsense>"u8, 0xC3, 0xA9]), StringComparison.Ordinal);
        Assert.Equal("é", HtmlDecoder.Decode([0xFF, 0xFE, 0xE9, 0x00]));
    }

    [Fact]
    public void A_page_nested_beyond_measure_is_refused_at_once()
    {
        var page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<div>", 200_000)) + "text");
        Assert.Equal(ErrorCodes.TooDeep, Assert.Throws<InputException>(() => HtmlArticle.Read(page, null)).Code);
        Assert.False(HtmlNesting.IsTooDeep(string.Concat(Enumerable.Repeat("<p>one<br><div>two</div><li>", 5000))));
        Assert.False(HtmlNesting.IsTooDeep("a < b <"));
    }

    [Fact]
    public async Task Saved_pages_go_through_the_whole_program()
    {
        using var folder = new Support.TemporaryFolder();
        var file = folder.Write("page.html", Page);
        var run = new Support.ToolRun();
        Assert.Equal(0, await run.RunAsync("annotate", file, "--format", "jsonl"));
        Assert.Contains("\"published\":\"2024-05-31\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"text\":\"Harbour talks collapse in Port Elswick\\n\\nBy Ida Fennimore\\n\\nTalks to end", run.Output, StringComparison.Ordinal);
    }
}
