using System.Text;
using CsCheck;
using NewsNlp.Documents;
using NewsNlp.Export;

namespace NewsNlp.Tests.Export;

public sealed class DocumentJsonReaderTests
{
    private const string Head = "{\"schema\":\"newsnlp.document/1\",\"text\":\"Ann: 🚢 no\",";

    private const string Tokens =
        """
        "tokens":[{"start":0,"end":3,"kind":"word"},{"start":3,"end":4,"kind":"punctuation"},{"start":8,"end":10,"kind":"word"}]
        """;

    [Theory]
    [InlineData("", null)]
    [InlineData("nonsense", null)]
    [InlineData("{\"schema\":\"newsnlp.document/1\",\"text\":\"\"", null)]
    [InlineData("{\"schema\":\"newsnlp.document/1\",\"text\":\"\"} {}", null)]
    [InlineData("{\"schema\":\"newsnlp.document/1\",\"text\":\"\"} x", null)]
    [InlineData("[]", "$")]
    [InlineData("{\"text\":\"\"}", "$")]
    [InlineData("{\"schema\":\"newsnlp.document/2\",\"text\":\"\"}", "$.schema")]
    [InlineData("{\"schema\":\"newsnlp.document/1\"}", "$.text")]
    [InlineData("{\"schema\":\"newsnlp.document/1\",\"text\":7}", "$.text")]
    [InlineData(Head + "\"id\":7}", "$.id")]
    [InlineData(Head + "\"published\":\"31.5.2024\"}", "$.published")]
    [InlineData(Head + "\"offsetUnit\":\"utf32\"}", "$.offsetUnit")]
    [InlineData(Head + "\"blocks\":{}}", "$.blocks")]
    [InlineData(Head + "\"blocks\":[3]}", "$.blocks[0]")]
    [InlineData(Head + "\"blocks\":[{\"start\":0,\"end\":3,\"kind\":\"headline\"}]}", "$.blocks")]
    [InlineData(Head + "\"blocks\":[{\"start\":0,\"end\":10,\"kind\":\"essay\"}]}", "$.blocks[0].kind")]
    [InlineData(Head + "\"tokens\":[{\"start\":0,\"kind\":\"word\"}]}", "$.tokens[0]")]
    [InlineData(Head + "\"tokens\":[{\"start\":0,\"end\":1}]}", "$.tokens[0]")]
    [InlineData(Head + "\"tokens\":[{\"start\":0.5,\"end\":1,\"kind\":\"word\"}]}", "$.tokens[0].start")]
    [InlineData(Head + "\"tokens\":[{\"start\":1e99,\"end\":1,\"kind\":\"word\"}]}", "$.tokens[0].start")]
    [InlineData(Head + "\"tokens\":[{\"start\":-1,\"end\":1,\"kind\":\"word\"}]}", "$.tokens[0]")]
    [InlineData(Head + "\"tokens\":[{\"start\":2,\"end\":1,\"kind\":\"word\"}]}", "$.tokens[0]")]
    [InlineData(Head + "\"tokens\":[{\"start\":0,\"end\":99,\"kind\":\"word\"}]}", "$.tokens[0]")]
    [InlineData(Head + "\"tokens\":[{\"start\":0,\"end\":9223372036854775807,\"kind\":\"word\"}]}", "$.tokens[0]")]
    [InlineData(Head + "\"tokens\":[{\"start\":1,\"end\":2,\"kind\":\"word\"},{\"start\":0,\"end\":1,\"kind\":\"word\"}]}", "$.tokens")]
    [InlineData(Head + "\"offsetUnit\":\"utf8\",\"tokens\":[{\"start\":5,\"end\":7,\"kind\":\"emoji\"}]}", "$.tokens[0]")]
    [InlineData(Head + "\"tokens\":[{\"start\":0,\"end\":3,\"kind\":\"word\",\"lemma\":\"Ann\"},{\"start\":3,\"end\":4,\"kind\":\"punctuation\"}]}", "$.tokens")]
    [InlineData(Head + "\"sentences\":[]}", "$.sentences")]
    [InlineData(Head + Tokens + ",\"sentences\":[{\"start\":0,\"end\":4,\"firstToken\":0,\"tokenCount\":9}]}", "$.sentences[0]")]
    [InlineData(Head + Tokens + ",\"sentences\":[{\"start\":0,\"end\":5,\"firstToken\":0,\"tokenCount\":2}]}", "$.sentences[0]")]
    [InlineData(Head + Tokens + ",\"entityMentions\":[{\"start\":0,\"end\":2,\"label\":\"Person\"}]}", "$.entityMentions[0]")]
    [InlineData(Head + Tokens + ",\"entityMentions\":[{\"start\":0,\"end\":3,\"label\":\" \"}]}", "$.entityMentions[0]")]
    [InlineData(Head + Tokens + ",\"entityMentions\":[{\"start\":0,\"end\":3,\"label\":\"Person\",\"score\":1.5}]}", "$.entityMentions[0]")]
    [InlineData(Head + Tokens + ",\"entityMentions\":[{\"start\":0,\"end\":3,\"label\":\"Person\",\"score\":1e400}]}", "$.entityMentions[0]")]
    [InlineData(Head + Tokens + ",\"quotes\":[{\"kind\":\"direct\",\"contents\":[]}]}", "$.quotes[0]")]
    [InlineData(Head + Tokens + ",\"quotes\":[{\"kind\":\"direct\",\"contents\":[{\"start\":8}]}]}", "$.quotes[0].contents[0]")]
    [InlineData(Head + Tokens + ",\"quotes\":[{\"kind\":\"direct\",\"contents\":[{\"start\":8,\"end\":9}]}]}", "$.quotes[0]")]
    [InlineData(Head + Tokens + ",\"quotes\":[{\"contents\":[{\"start\":8,\"end\":10}]}]}", "$.quotes[0]")]
    [InlineData(Head + Tokens + ",\"entities\":[{\"id\":0,\"name\":\"Ann\"}]}", "$.entities")]
    [InlineData(Head + Tokens + ",\"entities\":[{\"id\":0,\"name\":\"Ann\"},{\"id\":0,\"name\":\"Bo\"}]}", "$.entities[1]")]
    [InlineData(Head + Tokens + ",\"entities\":[],\"mentions\":[{\"start\":0,\"end\":3,\"kind\":\"name\",\"entity\":0}]}", "$.mentions[0]")]
    [InlineData(Head + "\"tokens\":[],\"deep\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", null)]
    public void What_is_no_document_is_refused_with_its_place(string json, string? path)
    {
        var exception = Assert.Throws<DocumentFormatException>(() => DocumentJsonReader.Read(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(path, exception.Path);
        Assert.True(path is null ? exception.ByteOffset is not null : exception.Message.StartsWith(path, StringComparison.Ordinal));
    }

    [Fact]
    public void The_place_in_the_bytes_is_named()
    {
        var exception = Assert.Throws<DocumentFormatException>(() => DocumentJsonReader.Read("""{"schema": "other"}"""u8));
        Assert.Equal(11, exception.ByteOffset);
        Assert.Equal("$.schema (byte 11) is \"other\"; this version reads \"newsnlp.document/1\".", exception.Message);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused() =>
        Assert.Equal("$.text", Assert.Throws<DocumentFormatException>(
            () => DocumentJsonReader.Read([.. """{"schema":"newsnlp.document/1","text":"caf"""u8, 0xE9, .. "\"}"u8])).Path);

    [Fact]
    public void Members_come_in_any_order_and_unknown_ones_are_passed_over()
    {
        var document = DocumentJsonReader.Read(
            """
            { "quotes": [{ "mood": {"a": [1]}, "speaker": 7, "contents": [{"end": 5, "start": 4}], "kind": "direct" }],
              "future": [[{}]], "mentions": [{"entity": 7, "kind": "name", "start": 0, "end": 3}],
              "entities": [{"name": "Ann", "id": 7}], "tokens": [{"kind": "word", "end": 3, "start": 0}, {"start": 4, "end": 5, "kind": "emoji"}],
              "\u0074ext": "Ann 🚢", "offsetUnit": "codepoint", "schema": "newsnlp.document/1" }
            """u8);
        Assert.Equal("Ann", document.Quotes[0].Speaker?.CanonicalName);
        Assert.Equal("🚢", document.Quotes[0].Text);
        Assert.Equal(1, document.Quotes[0].Confidence);
        Assert.False(document.Has(Layer.PartOfSpeech));
        Assert.False(document.Has(Layer.Blocks));
    }

    [Fact]
    public void Quotes_out_of_order_keep_their_speakers()
    {
        var document = DocumentJsonReader.Read(
            """
            {"schema":"newsnlp.document/1","text":"a b","tokens":[{"start":0,"end":1,"kind":"word"},{"start":2,"end":3,"kind":"word"}],
             "quotes":[{"kind":"direct","contents":[{"start":2,"end":3}],"speaker":1},{"kind":"direct","contents":[{"start":0,"end":1}],"speaker":0}],
             "entities":[{"id":0,"name":"A"},{"id":1,"name":"B"}],
             "mentions":[{"start":0,"end":1,"kind":"name","entity":0},{"start":2,"end":3,"kind":"name","entity":1}]}
            """u8);
        Assert.Equal([("a", "A"), ("b", "B")], document.Quotes.Select(quote => (quote.Text, quote.Speaker?.CanonicalName ?? "")));
    }

    [Fact]
    public void The_given_text_must_be_the_documents()
    {
        var json = Encoding.UTF8.GetBytes(DocumentJsonWriter.ToJson(SampleDocuments.TextOnly));
        Assert.Equal(SampleDocuments.TextOnly.Text, DocumentJsonReader.Read(json, SampleDocuments.TextOnly.Text).Text);
        Assert.Equal("$.text", Assert.Throws<DocumentFormatException>(() => DocumentJsonReader.Read(json, "another")).Path);
    }

    [Fact]
    public void A_stream_may_begin_with_a_byte_order_mark()
    {
        using var stream = new MemoryStream([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(DocumentJsonWriter.ToJson(SampleDocuments.TextOnly))]);
        Assert.Equal("bare", DocumentJsonReader.Read(stream).Id);
    }

    [Fact]
    public void Damaged_documents_give_a_document_or_the_documented_exception()
    {
        var json = Encoding.UTF8.GetBytes(DocumentJsonWriter.ToJson(SampleDocuments.Full));
        Gen.Select(Gen.Int[0, json.Length - 1], Gen.Byte, Gen.Int[0, json.Length - 1], Gen.Int[0, 40]).Sample(
            (at, value, cut, length) =>
            {
                var damaged = json.ToList();
                damaged[at] = value;
                damaged.RemoveRange(cut, Math.Min(length, damaged.Count - cut));
                try
                {
                    DocumentJsonReader.Read(damaged.ToArray());
                }
                catch (DocumentFormatException)
                {
                    // As documented.
                }
            },
            iter: 2000);
    }

    [Fact]
    public void Digits_that_change_give_a_document_or_the_documented_exception()
    {
        var json = DocumentJsonWriter.ToJson(SampleDocuments.Full);
        var digits = Enumerable.Range(0, json.Length).Where(i => char.IsAsciiDigit(json[i])).ToArray();
        Gen.Select(Gen.Int[0, digits.Length - 1], Gen.Char['0', '9'], Gen.Int[0, digits.Length - 1], Gen.Char['0', '9']).Sample(
            (first, one, second, other) =>
            {
                var letters = json.ToCharArray();
                letters[digits[first]] = one;
                letters[digits[second]] = other;
                try
                {
                    DocumentJsonReader.Read(Encoding.UTF8.GetBytes(letters));
                }
                catch (DocumentFormatException)
                {
                    // As documented.
                }
            },
            iter: 2000);
    }
}
