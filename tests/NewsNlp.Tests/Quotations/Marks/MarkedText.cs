using NewsNlp.Documents;
using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;
using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Quotations.Marks;

/// <summary>Texts whose quotations are written as ⟦…⟧, and what the library makes of them: the same writing again.</summary>
internal static class MarkedText
{
    private static readonly ArticleReader Reader = new(CueLexicon.Load(), WordClusters.Read(NlpModel.Default));

    /// <summary>The text without ⟦ and ⟧.</summary>
    public static string Plain(string marked) => marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);

    /// <summary>The text with ⟦ and ⟧ around what was found.</summary>
    public static string Mark(string text) => Find(text, (document, _, finder) =>
    {
        var result = new System.Text.StringBuilder();
        var done = 0;
        foreach (var quotation in finder.Quotations)
        {
            int start = document.Tokens[quotation.First].Span.Start, end = document.Tokens[quotation.End - 1].Span.End;
            result.Append(text, done, start - done).Append('⟦').Append(text, start, end - start).Append('⟧');
            done = end;
        }

        return result.Append(text, done, text.Length - done).ToString();
    });

    /// <summary>What <paramref name="read"/> makes of the quotations of a text.</summary>
    public static T Find<T>(string text, Func<Document, ArticleReader, QuotationFinder, T> read)
    {
        var document = Annotate(text);
        var finder = new QuotationFinder();
        lock (Reader)
        {
            Reader.Read(document);
            finder.Find(Reader);
            return read(document, Reader, finder);
        }
    }

    /// <summary>The product's tokens, each line one sentence: enough for marks.</summary>
    public static Document Annotate(string text)
    {
        var buffer = new TokenBuffer();
        new EnglishTokenizer().Tokenize(text, buffer);
        var spans = new TextSpan[buffer.Count];
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = new TextSpan(buffer.Starts[i], buffer.Lengths[i]);
        }

        var builder = new DocumentBuilder(text).AddTokens(spans, buffer.Kinds);
        builder.AddSentences(sink =>
        {
            for (var first = 0; first < spans.Length;)
            {
                var end = first + 1;
                while (end < spans.Length && !text.AsSpan(spans[end - 1].End, spans[end].Start - spans[end - 1].End).Contains('\n'))
                {
                    end++;
                }

                sink.Add(first, end - first);
                first = end;
            }
        });
        return builder.Build();
    }
}
