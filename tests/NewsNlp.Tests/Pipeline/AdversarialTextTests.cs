using NewsNlp.Documents;
using NewsNlp.Export;
using NewsNlp.Fuzz.Generation;

namespace NewsNlp.Tests.Pipeline;

/// <summary>Texts made to defeat the stages give a document, at a cost that grows with their length and no faster.</summary>
public class AdversarialTextTests
{
    private const int Short = 4_000, Factor = 4;

    // What does not grow with the text: buffers on their way to full size, caches.
    private const long Fixed = 600_000;

    private static readonly NlpPipeline Pipeline = NlpPipeline.CreateDefault();

    public static TheoryData<string> Kinds { get; } = [.. AdversarialTexts.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_text_of_any_kind_gives_a_document_that_can_be_written_and_read(string kind)
    {
        var document = Pipeline.Process(AdversarialTexts.Make(kind, Short));

        using var json = new MemoryStream();
        DocumentJsonWriter.Write(document, json);
        var read = DocumentJsonReader.Read(json.ToArray());
        Assert.All(Pipeline.Layers, layer => Assert.True(document.Has(layer)));
        Assert.Equal(document.Tokens.Count, read.Tokens.Count);
        Assert.Equal(document.Quotes.Count, read.Quotes.Count);
        Assert.Equal(document.Entities.Count, read.Entities.Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Memory_grows_with_the_text_and_no_faster(string kind)
    {
        var (small, large) = (AdversarialTexts.Make(kind, Short), AdversarialTexts.Make(kind, Factor * Short));
        Pipeline.Process(large);

        long usual = Allocated(small), more = Allocated(large);

        Assert.True(more <= Factor * usual + Fixed, $"{usual} bytes for {Short} code units, {more} for {Factor * Short}");
    }

    [Theory]
    [InlineData("opening-marks", 1_000_000)]
    [InlineData("nested-marks", 300_000)]
    [InlineData("names", 250_000)]
    [InlineData("no-full-stop", 1_000_000)]
    [InlineData("emoji", 300_000)]
    [InlineData("combining", 1_000_000)]
    [InlineData("right-to-left", 300_000)]
    [InlineData("nul", 1_000_000)]
    [InlineData("lone-surrogates", 300_000)]
    [InlineData("one-word", 1_000_000)]
    [InlineData("bracket-lines", 300_000)]
    [InlineData("period-lines", 300_000)]
    public void A_text_as_long_as_a_book_gives_a_document(string kind, int length)
    {
        var document = Pipeline.Process(AdversarialTexts.Make(kind, length));

        Assert.All(Pipeline.Layers, layer => Assert.True(document.Has(layer)));
    }

    [Fact]
    public void Every_code_point_there_is_can_stand_in_a_text()
    {
        var document = Pipeline.Process(AdversarialTexts.EveryCodePoint());

        Assert.True(document.Tokens.Count > 100_000);
        Assert.True(document.Has(Layer.Coreference));
    }

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Pipeline.Process(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
