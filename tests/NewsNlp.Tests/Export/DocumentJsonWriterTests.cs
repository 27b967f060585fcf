using System.Text;
using System.Text.Json;
using NewsNlp.Documents;
using NewsNlp.Export;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Export;

public sealed class DocumentJsonWriterTests
{
    [Theory]
    [InlineData(OffsetUnit.Utf16, "full-utf16.json")]
    [InlineData(OffsetUnit.CodePoint, "full-codepoint.json")]
    [InlineData(OffsetUnit.Utf8, "full-utf8.json")]
    public void A_document_with_every_layer(OffsetUnit unit, string approved) =>
        Snapshot.Matches(Compact(SampleDocuments.Full, new DocumentJsonOptions { OffsetUnit = unit }), approved);

    [Fact]
    public void A_layer_that_was_not_computed_is_absent() =>
        Assert.Equal(
            """{"schema":"newsnlp.document/1","id":"bare","offsetUnit":"utf16","text":"A text that nobody has looked at."}""",
            DocumentJsonWriter.ToJson(SampleDocuments.TextOnly));

    [Fact]
    public void A_layer_that_found_nothing_is_an_empty_list() =>
        Assert.Equal(
            """{"schema":"newsnlp.document/1","offsetUnit":"utf16","text":"","blocks":[],"tokens":[],"sentences":[],"entityMentions":[],"entities":[],"mentions":[],"quotes":[]}""",
            DocumentJsonWriter.ToJson(SampleDocuments.Empty));

    [Fact]
    public void The_text_can_be_left_out() =>
        Assert.Equal(
            """{"schema":"newsnlp.document/1","id":"bare","offsetUnit":"utf8"}""",
            DocumentJsonWriter.ToJson(SampleDocuments.TextOnly, new DocumentJsonOptions { IncludeText = false, OffsetUnit = OffsetUnit.Utf8 }));

    [Fact]
    public void Without_coreference_nothing_is_said_of_speakers()
    {
        var document = new DocumentBuilder("no more").AddTokens([new TextSpan(0, 2), new TextSpan(3, 4)])
            .AddQuotes(sink => sink.Add(QuoteKind.Indirect, [new TextSpan(0, 2)], [], null))
            .Build();
        using var json = JsonDocument.Parse(DocumentJsonWriter.ToJson(document));
        var quote = json.RootElement.GetProperty("quotes")[0];
        Assert.False(quote.TryGetProperty("speaker", out _));
        Assert.Equal(JsonValueKind.Null, quote.GetProperty("cue").ValueKind);
        Assert.Equal(0, quote.GetProperty("source").GetArrayLength());
    }

    [Fact]
    public void Lone_surrogates_are_written_as_escapes()
    {
        // Not as data of a theory: attributes cannot hold lone surrogates.
        (string Text, string Escaped)[] cases =
        [
            ("\uD800", @"\uD800"),
            ("a\uDC00\uD800b", @"a\uDC00\uD800b"),
            ("\uD83D\uDE00\uDE01", @"\uDE01"),
            ("\"\uDBFF\"", @"\""\uDBFF\"""),
        ];
        foreach (var (text, escaped) in cases)
        {
            var bytes = Utf8(new DocumentBuilder(text, new DocumentMetadata(text)).Build());
            Assert.True(System.Text.Unicode.Utf8.IsValid(bytes));
            var json = Encoding.UTF8.GetString(bytes);
            Assert.Equal(3, json.Split(escaped).Length);
            Assert.DoesNotContain("FFFD", json, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void A_long_text_is_written_in_pieces_and_whole()
    {
        // The pieces are a power of two long, so that a pair of surrogates behind one more letter straddles each border.
        var text = "x" + string.Concat(Enumerable.Repeat("🚢", 100_000));
        using var json = JsonDocument.Parse(Utf8(new DocumentBuilder(text).Build()));
        Assert.Equal(text, json.RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public void A_long_text_with_a_lone_surrogate_survives_too()
    {
        var text = new string('é', 70_000) + "\uD800" + new string('"', 70_000);
        Assert.Equal(text, DocumentJsonReader.Read(Utf8(new DocumentBuilder(text).Build())).Text);
    }

    [Fact]
    public void Stream_buffer_and_string_agree()
    {
        using var stream = new MemoryStream();
        DocumentJsonWriter.Write(SampleDocuments.Full, stream);
        Assert.True(stream.CanWrite);
        Assert.Equal(stream.ToArray(), Utf8(SampleDocuments.Full));
        Assert.Equal(Encoding.UTF8.GetString(stream.ToArray()), DocumentJsonWriter.ToJson(SampleDocuments.Full));
    }

    [Fact]
    public void A_document_can_be_a_value_of_a_larger_text()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            DocumentJsonWriter.Write(SampleDocuments.Full, writer);
            DocumentJsonWriter.Write(SampleDocuments.TextOnly, writer);
            writer.WriteEndArray();
        }

        using var json = JsonDocument.Parse(stream.ToArray());
        Assert.Equal("bare", json.RootElement[1].GetProperty("id").GetString());
    }

    [Fact]
    public void Indented_json_holds_the_same()
    {
        var indented = DocumentJsonWriter.ToJson(SampleDocuments.Full, new DocumentJsonOptions { Indented = true });
        Assert.Contains("\n  \"tokens\": [\n", indented, StringComparison.Ordinal);
        using var pretty = JsonDocument.Parse(indented);
        using var compact = JsonDocument.Parse(DocumentJsonWriter.ToJson(SampleDocuments.Full));
        Assert.True(JsonElement.DeepEquals(pretty.RootElement, compact.RootElement));
    }

    [Fact]
    public void Nulls_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => DocumentJsonWriter.ToJson(null!));
        Assert.Throws<ArgumentNullException>(() => DocumentJsonWriter.Write(SampleDocuments.Full, (Stream)null!));
    }

    private static byte[] Utf8(Document document)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        DocumentJsonWriter.Write(document, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The JSON with a line for each item, so that a difference shows where it is.</summary>
    private static string Compact(Document document, DocumentJsonOptions options) =>
        DocumentJsonWriter.ToJson(document, options)
            .Replace("},{", "},\n{", StringComparison.Ordinal)
            .Replace(":[{", ":[\n{", StringComparison.Ordinal) + "\n";
}
