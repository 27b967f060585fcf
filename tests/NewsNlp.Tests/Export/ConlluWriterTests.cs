using System.Buffers;
using System.Text;
using CsCheck;
using NewsNlp.Documents;
using NewsNlp.Export;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Export;

public sealed class ConlluWriterTests
{
    [Fact]
    public void A_document_with_every_layer() => Snapshot.Matches(Write(SampleDocuments.Full), "full.conllu.txt");

    [Fact]
    public void Layers_that_are_absent_leave_underscores()
    {
        var document = new DocumentBuilder("No more.")
            .AddTokens([new TextSpan(0, 2), new TextSpan(3, 4), new TextSpan(7, 1)])
            .AddSentences(sink => sink.Add(0, 3))
            .Build();
        Assert.Equal(
            "# sent_id = 1\n# text = No more.\n1\tNo\t_\t_\t_\t_\t_\t_\t_\t_\n2\tmore\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n",
            Write(document));
    }

    [Fact]
    public void A_document_without_sentences_writes_nothing_and_one_without_the_layer_throws()
    {
        Assert.Equal("", Write(SampleDocuments.Empty));
        Assert.Throws<InvalidOperationException>(() => Write(SampleDocuments.TextOnly));
    }

    [Fact]
    public void Tabs_breaks_and_bars_cannot_break_the_columns()
    {
        var document = new DocumentBuilder("a\tb\nc\u2028d", new DocumentMetadata("my\nid/1 x"))
            .AddTokens([new TextSpan(0, 7)])
            .AddLemmas(["x\ty"])
            .AddSentences(sink => sink.Add(0, 1))
            .AddEntityMentions(sink => sink.Add(0, 1, new EntityLabel("Ship|Boat=\t1")))
            .Build();
        Assert.Equal(
            "# newdoc id = my id/1 x\n# sent_id = my_id_1_x-1\n# text = a b c d\n1\ta b c d\tx y\t_\t_\t_\t_\t_\t_\tNER=B-Ship_Boat__1\n\n",
            Write(document));
    }

    [Fact]
    public void Overlapping_quotes_are_told_apart()
    {
        var document = new DocumentBuilder("a b c")
            .AddTokens([new TextSpan(0, 1), new TextSpan(2, 1), new TextSpan(4, 1)])
            .AddSentences(sink => sink.Add(0, 3))
            .AddQuotes(sink =>
            {
                sink.Add(QuoteKind.Indirect, [new TextSpan(0, 5)], [], null);
                sink.Add(QuoteKind.Indirect, [new TextSpan(4, 1)], [new TextSpan(0, 1)], new TextSpan(2, 1));
            })
            .Build();
        Assert.Equal(
            ["Quote=0:B-source,1:B-content", "Quote=0:B-cue,1:I-content", "Quote=0:B-content,1:I-content"],
            Write(document).Split('\n').Where(line => line.Contains('\t', StringComparison.Ordinal)).Select(line => line.Split('\t')[9]));
    }

    [Fact]
    public void Any_document_gives_ten_columns_a_token_and_its_sentences_forms() =>
        RandomDocuments.Create(insidePairs: false).Where(document => document.Has(Layer.Sentences)).Sample(
            document =>
            {
                var lines = Write(document).Split('\n').Where(line => line.Length > 0 && char.IsAsciiDigit(line[0])).ToList();
                Assert.Equal(document.Sentences.Sum(sentence => sentence.TokenCount), lines.Count);
                Assert.All(lines, line => Assert.Equal(10, line.Split('\t').Length));
            },
            iter: 500);

    [Fact]
    public void Bytes_and_text_agree()
    {
        var buffer = new ArrayBufferWriter<byte>();
        ConlluWriter.Write(SampleDocuments.Full, buffer);
        Assert.Equal(Write(SampleDocuments.Full), Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static string Write(Document document)
    {
        using var output = new StringWriter();
        ConlluWriter.Write(document, output);
        return output.ToString();
    }
}
