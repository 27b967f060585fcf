using System.Text;
using CsCheck;
using NewsNlp.Documents;
using NewsNlp.Export;
using NewsNlp.Export.Offsets;

namespace NewsNlp.Tests.Export;

public sealed class DocumentJsonRoundTripTests
{
    [Theory]
    [InlineData(OffsetUnit.Utf16)]
    [InlineData(OffsetUnit.CodePoint)]
    [InlineData(OffsetUnit.Utf8)]
    public void What_was_written_is_read_back(OffsetUnit unit) =>
        RandomDocuments.Create(insidePairs: unit == OffsetUnit.Utf16).Sample(
            document => RoundTrip(document, new DocumentJsonOptions { OffsetUnit = unit }), iter: 1000);

    [Fact]
    public void Without_its_text_a_document_is_read_back_over_the_text() =>
        RandomDocuments.Create(insidePairs: false).Sample(
            document => RoundTrip(document, new DocumentJsonOptions { OffsetUnit = OffsetUnit.Utf8, IncludeText = false }), iter: 500);

    [Fact]
    public void Indentation_changes_nothing() =>
        RandomDocuments.Create(insidePairs: true).Sample(document => RoundTrip(document, new DocumentJsonOptions { Indented = true }), iter: 500);

    [Fact]
    public void The_sample_article_survives_in_every_unit()
    {
        foreach (var unit in Enum.GetValues<OffsetUnit>())
        {
            RoundTrip(SampleDocuments.Full, new DocumentJsonOptions { OffsetUnit = unit });
        }

        RoundTrip(SampleDocuments.Empty, DocumentJsonOptions.Default);
        RoundTrip(SampleDocuments.TextOnly, DocumentJsonOptions.Default);
    }

    [Fact]
    public void Offsets_agree_with_the_runtimes_own_encoders() =>
        RandomDocuments.Text.Sample(text =>
        {
            var bytes = new OffsetIndex(text, OffsetUnit.Utf8);
            var points = new OffsetIndex(text, OffsetUnit.CodePoint);
            for (var i = 0; i <= text.Length; i++)
            {
                var before = i > 0 && i < text.Length && char.IsSurrogatePair(text[i - 1], text[i]) ? text[..(i - 1)] : text[..i];
                Assert.Equal(Encoding.UTF8.GetByteCount(before), bytes.FromUtf16(i));
                Assert.Equal(before.EnumerateRunes().Count(), points.FromUtf16(i));
                Assert.True(bytes.TryToUtf16(bytes.FromUtf16(i), out var back));
                Assert.Equal(before.Length, back);
                Assert.True(points.TryToUtf16(points.FromUtf16(i), out back));
                Assert.Equal(before.Length, back);
            }
        }, iter: 300);

    [Fact]
    public void Offsets_outside_or_inside_a_character_are_refused()
    {
        var bytes = new OffsetIndex("é🚢", OffsetUnit.Utf8);
        Assert.Equal([0, 2, 6], Enumerable.Range(-2, 12).Where(offset => bytes.TryToUtf16(offset, out _)));
        var points = new OffsetIndex("é🚢", OffsetUnit.CodePoint);
        Assert.Equal([0, 1, 2], Enumerable.Range(-2, 12).Where(offset => points.TryToUtf16(offset, out _)));
    }

    private static void RoundTrip(Document document, DocumentJsonOptions options)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        DocumentJsonWriter.Write(document, buffer, options);
        Assert.True(System.Text.Unicode.Utf8.IsValid(buffer.WrittenSpan));
        var text = options.IncludeText ? null : document.Text;
        DocumentEquality.AssertEqual(document, DocumentJsonReader.Read(buffer.WrittenSpan, text));
    }
}
