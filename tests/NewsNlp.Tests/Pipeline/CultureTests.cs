using System.Globalization;
using System.Text;
using NewsNlp.Documents;
using NewsNlp.Documents.Values;
using NewsNlp.Evaluation.Entities;
using NewsNlp.Export;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Pipeline;

/// <summary>
/// Where the host stands makes no difference: the whole pipeline, every writer and reader run under a culture that throws when it is
/// asked anything. What no culture is asked for is the same in Turkish, Thai and Arabic.
/// </summary>
public class CultureTests
{
    private static readonly string[] Folders = ["benchmarks/NewsNlp.Benchmarks/Articles", "tests/NewsNlp.Tests"];

    private static readonly string[] Texts = [.. Folders.SelectMany(folder => Repository.Files(folder, "*.txt")).Select(Repository.Read)];

    [Fact]
    public void A_culture_that_is_asked_does_throw()
    {
        Assert.Throws<InvalidOperationException>(() => NoCulture.Under(() => "I".ToLower(CultureInfo.CurrentCulture)));
        Assert.Throws<InvalidOperationException>(() => NoCulture.Under(() => int.Parse("-1", NumberStyles.Integer, null)));
        Assert.Throws<InvalidOperationException>(() => NoCulture.Under(() => FormattableString.CurrentCulture($"{0.5}")));
        Assert.Throws<InvalidOperationException>(() => NoCulture.Under(() => new DateOnly(2024, 5, 31).ToString("d", null)));
        Assert.Throws<InvalidOperationException>(() => NoCulture.Under(() => string.Compare("a", "b", StringComparison.CurrentCulture)));
    }

    [Fact]
    public void No_stage_asks_for_the_culture()
    {
        Assert.True(Texts.Length > 50, "there are articles to read");
        var (here, anywhere) = (NlpPipeline.CreateDefault(), NoCulture.Under(() => NlpPipeline.CreateDefault()));
        foreach (var text in Texts) Assert.Equal(Json(here, text), NoCulture.Under(() => Json(anywhere, text)));
    }

    [Fact]
    public void No_writer_reader_or_scorer_asks_for_the_culture()
    {
        var pipeline = NlpPipeline.CreateDefault();
        var documents = Texts.Select(text => Process(pipeline, text)).ToList();
        foreach (var document in documents) Assert.Equal(Export(document), NoCulture.Under(() => Export(document)));
    }

    private static string Export(Document document)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        HtmlWriter.Write(document, output);
        ConlluWriter.Write(document, output);
        foreach (var unit in Enum.GetValues<OffsetUnit>())
        {
            using var json = new MemoryStream();
            DocumentJsonWriter.Write(document, json, new DocumentJsonOptions { OffsetUnit = unit, Indented = true });
            output.Write(Encoding.UTF8.GetString(json.ToArray()));
            Assert.Equal(document.Quotes.Count, DocumentJsonReader.Read(json.ToArray()).Quotes.Count);
        }

        foreach (var mention in document.EntityMentions) output.Write($"{mention} {mention.Label} {(mention.Value as DateValue)?.Iso}");
        foreach (var quote in document.Quotes) output.Write($"{quote} {quote.Speaker} {quote.Kind}");
        var spans = LabeledSpan.Of(document);
        output.Write($"{EntityMentionScorer.Score(spans, spans).Micro.F1 == 1}");
        return output.ToString();
    }

    private static Document Process(NlpPipeline pipeline, string text) =>
        pipeline.Process(text, new DocumentMetadata("a", new DateOnly(2024, 5, 31)));

    private static byte[] Json(NlpPipeline pipeline, string text)
    {
        using var stream = new MemoryStream();
        DocumentJsonWriter.Write(Process(pipeline, text), stream);
        return stream.ToArray();
    }
}
