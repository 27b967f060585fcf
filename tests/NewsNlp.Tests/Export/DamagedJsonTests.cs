using System.Text;
using NewsNlp.Documents;
using NewsNlp.Export;

namespace NewsNlp.Tests.Export;

/// <summary>A document in JSON, damaged in every place: read, or refused with <see cref="DocumentFormatException"/>.</summary>
public class DamagedJsonTests
{
    private static readonly byte[] Json = Write();

    [Fact]
    public void Every_changed_byte_gives_a_document_or_a_format_error()
    {
        byte[] changed = [.. Json];
        var random = new Random(3);
        var refused = 0;
        for (var at = 0; at < Json.Length; at++)
        {
            changed[at] ^= (byte)random.Next(1, 256);
            refused += IsRefused(changed) ? 1 : 0;
            changed[at] = Json[at];
        }

        Assert.InRange(refused, Json.Length / 2, Json.Length - 1);
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        for (var length = 0; length < Json.Length; length++)
        {
            Assert.True(IsRefused(Json.AsSpan(0, length)), $"{length} of {Json.Length} bytes are read");
        }
    }

    [Fact]
    public void A_small_file_cannot_ask_for_much_memory()
    {
        foreach (var number in (ReadOnlySpan<string>)["2147483647", "-2147483648", "1e9", "999999999999999999999"])
        {
            var text = Encoding.UTF8.GetString(Json);
            foreach (var name in (ReadOnlySpan<string>)["start", "end", "firstToken", "tokenCount", "entity", "speaker", "id"])
            {
                var lying = Encoding.UTF8.GetBytes(System.Text.RegularExpressions.Regex.Replace(text, $"\"{name}\":\\d+", $"\"{name}\":{number}"));
                var before = GC.GetAllocatedBytesForCurrentThread();
                IsRefused(lying);
                Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20 * Json.Length);
            }
        }
    }

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.True(IsRefused(Encoding.UTF8.GetBytes("{\"schema\":\"newsnlp.document/1\",\"x\":" + new string('[', 1_000_000))));

    private static bool IsRefused(ReadOnlySpan<byte> json)
    {
        try
        {
            DocumentJsonReader.Read(json);
            return false;
        }
        catch (DocumentFormatException exception)
        {
            Assert.NotEmpty(exception.Message);
            return true;
        }
    }

    private static byte[] Write()
    {
        var document = NlpPipeline.CreateDefault().Process(
            "Council backs plan\n\n“It has taken 9 years,” Mayor Jun Ahn said on Tuesday. He thanked the U.S. firm Brightwater Lines.",
            new DocumentMetadata("a1", new DateOnly(2024, 5, 31)));
        using var stream = new MemoryStream();
        DocumentJsonWriter.Write(document, stream);
        return stream.ToArray();
    }
}
