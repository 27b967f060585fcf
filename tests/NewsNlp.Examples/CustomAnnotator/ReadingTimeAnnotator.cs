using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;

namespace NewsNlp.Examples.CustomAnnotator;

/// <summary>How long an article takes to read, and how much of it is somebody's words.</summary>
public sealed record ReadingTime(TimeSpan Time, double QuotedShare);

/// <summary>
/// A stage of one's own: it says which layers it needs (the builder checks that), and writes a typed annotation. It holds nothing of a
/// document, since threads share it.
/// </summary>
public sealed class ReadingTimeAnnotator : IAnnotator
{
    private const double WordsAMinute = 238;

    /// <summary>The key under which the annotation is found.</summary>
    public static AnnotationKey<ReadingTime> Key { get; } = new("reading-time");

    public IReadOnlyCollection<Layer> Requires { get; } = [Layer.Tokens, Layer.Quotes];

    public IReadOnlyCollection<AnnotationKey> Writes { get; } = [Key];

    public void Annotate(Document document, AnnotationSink sink)
    {
        int words = 0, quoted = 0;
        foreach (var token in document.Tokens)
        {
            words += token.Kind is TokenKind.Word or TokenKind.Number ? 1 : 0;
        }

        foreach (var quote in document.Quotes)
        {
            foreach (var content in quote.Contents)
            {
                foreach (var token in document.TokensIn(content))
                {
                    quoted += token.Kind is TokenKind.Word or TokenKind.Number ? 1 : 0;
                }
            }
        }

        sink.Set(Key, new ReadingTime(TimeSpan.FromMinutes(words / WordsAMinute), words == 0 ? 0 : (double)quoted / words));
    }
}
