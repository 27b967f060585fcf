using NewsNlp.Documents;
using NewsNlp.Tool.Hosting;
using NewsNlp.Tool.Input;
using NewsNlp.Tool.Output;

namespace NewsNlp.Tool.Processing;

/// <summary>What became of one article: bytes to write, and what to tell about it.</summary>
internal sealed record ArticleResult(ChunkedBuffer Output, string? Problem, string? Warning);

/// <summary>Reads, annotates and formats one article.</summary>
internal static class ArticleWork
{
    public static ArticleResult Run(Job job, Annotate annotate, IDocumentFormat format, CancellationToken cancellationToken)
    {
        string? id = null;
        try
        {
            var article = job.Read();
            id = article.Metadata.Id;
            var document = Annotated(article, annotate, cancellationToken);
            var output = new ChunkedBuffer();
            format.Write(document, job.Number, output);
            return new ArticleResult(output, null, article.Warning is { } warning ? $"{job.Place}: {warning}" : null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            return Fail(job, format, ToError(exception, id));
        }
    }

    private static Document Annotated(Article article, Annotate annotate, CancellationToken cancellationToken)
    {
        try
        {
            return annotate(article.Text, article.Metadata, cancellationToken);
        }
        catch (ArgumentException exception)
        {
            // The one thing that a pipeline holds against a text.
            throw new InputException(ErrorCodes.TextTooLong, exception.Message.ReplaceLineEndings(" "));
        }
    }

    private static ArticleError ToError(Exception exception, string? id) => exception switch
    {
        InputException input => new ArticleError(input.Id ?? id, input.Code, input.Message),
        IOException or UnauthorizedAccessException => new ArticleError(id, ErrorCodes.Unreadable, exception.Message),
        _ => new ArticleError(id, ErrorCodes.Internal, $"{exception.GetType().Name}: {exception.Message}"),
    };

    private static ArticleResult Fail(Job job, IDocumentFormat format, ArticleError error)
    {
        var output = new ChunkedBuffer();
        if (job.IsRecord)
        {
            format.WriteError(error, output);
        }

        return new ArticleResult(output, $"{job.Place}: {error.Message}", null);
    }
}
