using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Entities;
using NewsNlp.Sentences;
using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Entities;

/// <summary>Documents with the product's tokens, a sentence a line.</summary>
internal static class EntityDocuments
{
    private static readonly NlpPipeline Lines =
        new NlpPipelineBuilder().UseTokenizer(new EnglishTokenizer()).UseSentenceSplitter(new LineSplitter()).Build();

    public static Document Of(string text) => Lines.Process(text);

    /// <summary>The mentions that a recognizer adds to a document, as <c>Label: words</c>.</summary>
    public static string[] Recognize(IEntityRecognizer recognizer, Document document)
    {
        var builder = new DocumentBuilder(document.Text)
            .AddTokens([.. document.Tokens.Select(token => token.Span)], [.. document.Tokens.Select(token => token.Kind)])
            .AddSentences(sink => Copy(document, sink))
            .AddEntityMentions(sink => recognizer.Recognize(document, sink));
        return [.. builder.Build().EntityMentions.Select(mention => $"{mention.Label}: {mention.Text}")];
    }

    private static void Copy(Document document, SentenceSink sink)
    {
        foreach (var sentence in document.Sentences)
        {
            sink.Add(sentence.FirstToken, sentence.TokenCount);
        }
    }

    private sealed class LineSplitter : ISentenceSplitter
    {
        public void Split(Document document, SentenceSink sink)
        {
            var tokens = document.Tokens;
            var first = 0;
            for (var i = 1; i <= tokens.Count; i++)
            {
                if (i == tokens.Count || document.Text.AsSpan()[tokens[i - 1].Span.End..tokens[i].Span.Start].Contains('\n'))
                {
                    if (i > first)
                    {
                        sink.Add(first, i - first);
                    }

                    first = i;
                }
            }
        }
    }
}
