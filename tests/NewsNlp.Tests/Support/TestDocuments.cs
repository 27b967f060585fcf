using NewsNlp.Documents;

namespace NewsNlp.Tests.Support;

/// <summary>Small documents written by hand.</summary>
internal static class TestDocuments
{
    /// <summary>The spans of the runs of characters between white space.</summary>
    public static TextSpan[] Words(string text)
    {
        var spans = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || char.IsWhiteSpace(text[i]))
            {
                if (i > start)
                {
                    spans.Add(TextSpan.FromBounds(start, i));
                }

                start = i + 1;
            }
        }

        return [.. spans];
    }

    /// <summary>A builder whose document has its words as tokens, and nothing else.</summary>
    public static DocumentBuilder WithTokens(string text) => new DocumentBuilder(text).AddTokens(Words(text));

    /// <summary>Where <paramref name="words"/> first stand in the text.</summary>
    public static TextSpan SpanOf(this Document document, string words)
    {
        var start = document.Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(start, words.Length);
    }
}
