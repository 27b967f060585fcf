using System.Text;
using NewsNlp.Tool.Input;
using NewsNlp.Tool.Input.Html;

namespace NewsNlp.Tool.Tests.Input.Html;

/// <summary>Pages in the shapes of large news sites: what is the article is kept, what stands around and inside it is not.</summary>
public sealed class NewsPageTests
{
    private const string First = "The regional court in Halmstad ruled on Thursday that the ferry operator had broken the law when it cut the last boat to the islands.";
    private const string Second = "“We have waited three winters for this,” said Greta Lindqvist, who runs the bakery in the harbour and brought the case with 40 neighbours.";
    private const string Third = "The company said it would study the judgment, which runs to 90 pages, and decide within a month whether to take the matter to a higher court.";

    [Fact]
    public void A_broadsheet_with_a_graph_of_linked_data_a_consent_banner_and_related_links()
    {
        var article = Read($$"""
            <!doctype html><html lang="en"><head><title>Court orders ferry back – The Northern Courier</title>
            <meta property="og:title" content="You won't believe this ferry ruling"><meta property="og:site_name" content="The Northern Courier">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
              {"@type":"WebPage","name":"Page","datePublished":"2001-01-01"},
              {"@type":["NewsArticle"],"headline":"Court orders ferry back to the islands","datePublished":"2024-03-14T06:10:00+01:00",
               "author":[{"@type":"Person","name":"Ida Fennimore"},{"@type":"Person","name":"Tom&#225;s Reyes"}],
               "publisher":{"@type":"Organization","name":"The Northern Courier"},}]}</script></head>
            <body><div id="onetrust-consent-sdk"><p>We and our 857 partners store and access information on your device. Accept all cookies to go on reading this page.</p></div>
            <header><nav><a href="/">News</a> <a href="/sport">Sport</a></nav></header>
            <main><article><h1>Court orders ferry back to the islands</h1>
            <p class="byline">By <a href="/ida">Ida Fennimore</a> and Tomás Reyes in Halmstad</p>
            <div class="share-tools"><button>Share</button><span>Save for later</span></div>
            <p>{{First}}</p>
            <div class="newsletter-signup"><h3>Morning briefing</h3><p>Get the day's stories in your inbox every morning, free of charge.</p></div>
            <p>{{Second}}</p>
            <aside class="related-content"><h4>Related</h4><ul><li><a href="/1">Why the boats stopped</a></li></ul></aside>
            <p>{{Third}}</p>
            <div class="article-tags"><a href="/t">Ferries</a></div></article></main>
            <section data-component="recommended"><h2>Most read</h2><p>Ten lighthouses to see before they fall into the sea this year.</p></section></body></html>
            """);

        Assert.Equal($"Court orders ferry back to the islands\n\nBy Ida Fennimore and Tomás Reyes\n\n{First}\n\n{Second}\n\n{Third}\n", article.Text);
        Assert.Equal(new DateOnly(2024, 3, 14), article.Metadata.Published);
    }

    [Fact]
    public void A_tabloid_with_open_graph_alone()
    {
        var article = Read($"""
            <html><head><title>FERRY FURY | Daily Gull</title><meta property="og:title" content="Islanders' joy as judge sinks ferry cuts | Daily Gull">
            <meta property="og:site_name" content="Daily Gull"><meta name="author" content="Sal Brody"><meta property="article:author" content="https://gull.invalid/sal">
            <meta name="pubdate" content="Thu, 14 Mar 2024 18:20:00 GMT"></head>
            <body><div role="dialog" aria-modal="true"><p>Disable your ad blocker to support our journalism today.</p></div>
            <article><h1>Islanders' joy as judge sinks ferry cuts</h1><ul class="socialBar"><li>Share on everything</li></ul>
            <p>{First}</p><div class="ad-slot">ADVERTISEMENT</div><p>{Second}</p><p>{Third}</p>
            <div id="comments"><p>Bert, Halmstad: about time too, is all that I can say about it.</p></div></article></body></html>
            """);

        Assert.StartsWith("Islanders' joy as judge sinks ferry cuts\n\nBy Sal Brody\n\nThe regional court", article.Text, StringComparison.Ordinal);
        foreach (var furniture in new[] { "ad blocker", "ADVERTISEMENT", "Share on", "about time", "Daily Gull" }) Assert.DoesNotContain(furniture, article.Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2024, 3, 14), article.Metadata.Published);
    }

    [Fact]
    public void A_live_blog_gives_all_its_updates()
    {
        var article = Read($$"""
            <html><head><title>Storm live</title><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Storm Una: bridge shut as gusts reach 90mph – live",
            "datePublished":"2024-01-21T09:00:00Z","author":"Ida Fennimore","liveBlogUpdate":[
            {"@type":"BlogPosting","headline":"Bridge shut","articleBody":"{{First}}\n\n{{Third}}","datePublished":"2024-01-21T11:00:00Z"},
            {"@type":"BlogPosting","headline":"Schools to close","articleBody":"Every school on the coast will close on Monday, the county said in a statement at noon."}]}</script></head>
            <body><h1>Storm Una</h1><div class="block"><p>Every school on the coast will close on Monday, the county said in a statement at noon.</p></div></body></html>
            """);

        Assert.Equal($"Storm Una: bridge shut as gusts reach 90mph – live\n\nBy Ida Fennimore\n\nBridge shut\n\n{First}\n\n{Third}\n\nSchools to close\n\nEvery school on the coast will close on Monday, the county said in a statement at noon.\n", article.Text);
        Assert.Equal(new DateOnly(2024, 1, 21), article.Metadata.Published);
    }

    [Fact]
    public void A_page_whose_text_a_script_would_show_gives_the_text_of_its_linked_data()
    {
        var article = Read($$"""
            <html><head><script type="application/ld+json">[{"@type":"BreadcrumbList"},{"@type":"ReportageNewsArticle","headline":"Ferry must sail",
            "articleBody":"HALMSTAD — {{First}}\n{{Third}}","datePublished":"2024-03-14","author":{"@type":"Organization","name":"Gull Wire"} }]</script></head>
            <body><div id="root"></div><noscript>Turn on JavaScript.</noscript></body></html>
            """);

        Assert.Equal($"Ferry must sail\n\nBy Gull Wire\n\nHALMSTAD — {First}\n\n{Third}\n", article.Text);
    }

    [Theory]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":")]
    [InlineData("[[[[[[")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":7,\"author\":[1,null,{}],\"datePublished\":{},\"articleBody\":[],\"liveBlogUpdate\":3}")]
    [InlineData("{\"@graph\":{\"@graph\":{\"@graph\":{}}}}")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"\\ud800\"}")]
    public void Linked_data_that_is_broken_is_passed_over(string json)
    {
        var article = Read($"<html><head><title>Ferry must sail</title><script type=\"application/ld+json\">{json}</script></head><body><article><p>{First}</p><p>{Second}</p></article></body></html>");

        Assert.Contains(First, article.Text, StringComparison.Ordinal);
        Assert.Contains(Second, article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_whose_article_is_named_like_furniture_is_kept()
    {
        var article = Read($"<html><head><title>T</title></head><body><div class=\"social news-subscription\"><p>{First}</p><p>{Second}</p><p>{Third}</p></div></body></html>");

        Assert.Contains(Second, article.Text, StringComparison.Ordinal);
    }

    /// <summary>What a time stamp lacks is not taken from the day on which the page is read.</summary>
    [Theory]
    [InlineData("Fri, 31 May 2024 23:40:00 -0800", "2024-05-31")]
    [InlineData("May 31, 2024 11:30 PM", "2024-05-31")]
    [InlineData("10:30 AM", null)]
    [InlineData("12 March", null)]
    [InlineData("4/5/2024 11:30 PM", null)]
    public void A_day_in_words_has_a_month_and_a_year(string stamp, string? day)
    {
        var article = Read($"<html><head><meta name=\"pubdate\" content=\"{stamp}\"></head><body><article><p>{First}</p><p>{Second}</p><p>{Third}</p></article></body></html>");

        Assert.Equal(day, article.Metadata.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static Article Read(string page) => HtmlArticle.Read(Encoding.UTF8.GetBytes(page), null);
}
