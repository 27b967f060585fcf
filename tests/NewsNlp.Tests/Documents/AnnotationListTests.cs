using System.Collections;
using NewsNlp.Documents;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Documents;

public class AnnotationListTests
{
    private static readonly Document Document = TestDocuments.WithTokens("Rain fell on Port Elwin").Build();

    [Fact]
    public void The_ways_to_read_a_list_agree()
    {
        var list = Document.Tokens;
        var byForeach = new List<string>();
        foreach (var token in list)
        {
            byForeach.Add(token.Text);
        }

        var byIndex = new List<string>();
        for (var i = 0; i < list.Count; i++)
        {
            byIndex.Add(list[i].Text);
        }

        var byObject = new List<string?>();
        var untyped = ((IEnumerable)list).GetEnumerator();
        while (untyped.MoveNext())
        {
            byObject.Add(untyped.Current?.ToString());
        }

        string[] expected = ["Rain", "fell", "on", "Port", "Elwin"];
        Assert.Equal(expected, byForeach);
        Assert.Equal(expected, byIndex);
        Assert.Equal(expected, byObject);
        Assert.Equal(expected, list.Select(token => token.Text));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    [InlineData(int.MaxValue)]
    public void An_index_outside_is_refused_with_the_size_of_the_list(int index)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Document.Tokens[index]);

        Assert.Contains("The list holds 5 items.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_list_is_empty()
    {
        AnnotationList<Token> tokens = default;
        TextSpanList spans = default;

        Assert.Empty(tokens);
        Assert.Empty(spans);
        Assert.True(spans.AsSpan().IsEmpty);
        Assert.Throws<ArgumentOutOfRangeException>(() => spans[0]);
    }

    [Fact]
    public void An_enumerator_can_start_over()
    {
        var tokens = Document.Tokens.GetEnumerator();
        tokens.MoveNext();
        tokens.MoveNext();

        tokens.Reset();

        Assert.True(tokens.MoveNext());
        Assert.Equal("Rain", tokens.Current.Text);
    }

    [Fact]
    public void Enumerating_allocates_nothing()
    {
        var length = 0;
        Walk();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Walk();
        var after = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(0, after - before);
        Assert.Equal(38, length);

        void Walk()
        {
            foreach (var token in Document.Tokens)
            {
                length += token.AsSpan().Length;
            }
        }
    }

    [Fact]
    public void A_span_list_reads_the_same_by_every_way()
    {
        var builder = TestDocuments.WithTokens("We know , she said , and we care");
        var spans = builder.Document.Tokens.Select(token => token.Span).ToArray();
        var quote = builder
            .AddQuotes(sink => sink.Add(QuoteKind.Indirect, [spans[0], spans[6], spans[8]], [spans[3]], spans[4]))
            .Build().Quotes[0];

        TextSpan[] expected = [spans[0], spans[6], spans[8]];
        Assert.Equal(3, quote.Contents.Count);
        Assert.Equal(expected, quote.Contents);
        Assert.Equal(expected, quote.Contents.AsSpan().ToArray());
        Assert.Equal(expected[2], quote.Contents[2]);
        Assert.Equal([spans[3]], quote.Source);
        Assert.Throws<ArgumentOutOfRangeException>(() => quote.Contents[3]);
    }
}
