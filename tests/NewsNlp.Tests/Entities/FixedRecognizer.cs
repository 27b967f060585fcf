using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Entities;

namespace NewsNlp.Tests.Entities;

/// <summary>Finds given words, each at its first occurrence: stands for whatever recognizer a user has.</summary>
internal sealed class FixedRecognizer(params (string Words, EntityLabel Label)[] mentions) : IEntityRecognizer
{
    public void Recognize(Document document, EntityMentionSink sink)
    {
        foreach (var (words, label) in mentions.OrderBy(mention => document.Text.IndexOf(mention.Words, StringComparison.Ordinal)))
        {
            var start = document.Text.IndexOf(words, StringComparison.Ordinal);
            var inside = document.Tokens.Where(token => token.Span.Start >= start && token.Span.End <= start + words.Length).ToList();
            sink.Add(inside[0].Index, inside.Count, label, 0.75f);
        }
    }
}
