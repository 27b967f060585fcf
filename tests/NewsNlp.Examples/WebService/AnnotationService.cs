using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsNlp.Documents;
using NewsNlp.Export;

namespace NewsNlp.Examples.WebService;

/// <summary>An article to annotate.</summary>
public sealed record PostedArticle(string? Id, string Text, DateOnly? Published);

/// <summary>
/// A minimal API: <c>POST /annotate</c> takes an article and answers with its annotated document. A body that is too large is refused
/// before it is read, a text that is too long before it is annotated; a client that goes away stops the work; and no more articles than
/// there are processors are annotated at once.
/// </summary>
public static class AnnotationService
{
    public const int MaxTextLength = 200_000;

    private const long MaxBodySize = 6L * MaxTextLength + 1000;

    public static WebApplication Create(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxBodySize);
        builder.Logging.ClearProviders();
        builder.Services.AddNewsNlp(options => options.MaxTextLength = MaxTextLength);
        builder.Services.AddSingleton(new SemaphoreSlim(Environment.ProcessorCount));

        var app = builder.Build();
        app.MapPost("/annotate", AnnotateAsync);
        return app;
    }

    private static async Task<IResult> AnnotateAsync(PostedArticle article, NlpPipeline nlp, SemaphoreSlim turns, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(article.Text))
        {
            return Results.Problem("The article has no text.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (article.Text.Length > MaxTextLength)
        {
            return Results.Problem($"The text has {article.Text.Length} characters; the limit is {MaxTextLength}.", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        await turns.WaitAsync(cancellationToken);
        try
        {
            var document = nlp.Process(article.Text, new DocumentMetadata(article.Id, article.Published), cancellationToken);
            return Results.Text(DocumentJsonWriter.ToJson(document), "application/json");
        }
        finally
        {
            turns.Release();
        }
    }
}
