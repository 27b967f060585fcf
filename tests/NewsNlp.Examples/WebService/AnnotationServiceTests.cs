using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using NewsNlp.Export;

namespace NewsNlp.Examples.WebService;

public sealed class AnnotationServiceTests : IAsyncLifetime
{
    private readonly WebApplication _app = AnnotationService.Create("http://127.0.0.1:0");
    private HttpClient _client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(Token);
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task An_article_comes_back_annotated()
    {
        var article = new PostedArticle("a1", "“The bridge is safe,” engineer Greta Lindqvist said last week.", new DateOnly(2024, 5, 31));
        var response = await _client.PostAsJsonAsync("/annotate", article, Token);
        var document = DocumentJsonReader.Read(await response.Content.ReadAsByteArrayAsync(Token));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("a1", document.Id);
        Assert.Equal("Greta Lindqvist", document.Quotes[0].Speaker?.CanonicalName);
    }

    [Fact]
    public async Task What_is_empty_too_long_or_no_JSON_is_refused()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.PostAsJsonAsync("/annotate", new PostedArticle(null, " ", null), Token)).StatusCode);
        var longText = new PostedArticle(null, new string('a', AnnotationService.MaxTextLength + 1), null);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _client.PostAsJsonAsync("/annotate", longText, Token)).StatusCode);
        using var broken = new StringContent("{", null, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.PostAsync("/annotate", broken, Token)).StatusCode);
    }

    [Fact]
    public async Task A_client_that_goes_away_leaves_the_service_working()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(30));
        var article = new PostedArticle(null, string.Concat(Enumerable.Repeat("“No,” Ms Vos said on Friday. ", 6000)), null);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _client.PostAsJsonAsync("/annotate", article, soon.Token));

        var response = await _client.PostAsJsonAsync("/annotate", new PostedArticle(null, "Ms Vos spoke.", null), Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
