using NewsNlp.Documents;

namespace NewsNlp.Examples.ConsoleProgram;

/// <summary>A program without a container: the pipeline is made once and kept, since making it loads the model.</summary>
public static class WhoSaidWhat
{
    private static readonly NlpPipeline Nlp = NlpPipeline.CreateDefault();

    /// <summary>Prints for everyone who speaks what they say, and what is said of them.</summary>
    public static void Run(string article, DateOnly? published, TextWriter output)
    {
        var document = Nlp.Process(article, new DocumentMetadata(Published: published));
        foreach (var entity in document.Entities)
        {
            var quotes = document.QuotesBy(entity);
            if (!quotes.Any())
            {
                continue;
            }

            output.WriteLine($"{entity.CanonicalName} ({entity.Role ?? entity.Label?.Name ?? "unknown"})");
            foreach (var quote in quotes)
            {
                output.WriteLine($"  says: {quote}");
            }

            foreach (var quote in document.QuotesAbout(entity))
            {
                if (quote.Speaker is { } speaker && speaker != entity)
                {
                    output.WriteLine($"  of whom {speaker}: {quote}");
                }
            }
        }
    }
}
