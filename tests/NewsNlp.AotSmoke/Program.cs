using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewsNlp;
using NewsNlp.Batches;
using NewsNlp.Documents;
using NewsNlp.Export;

// Reads articles by every way into the library and prints a checksum of all that was found. Compiled ahead of time it must
// print what it prints under the just-in-time compiler: the same annotations, to the last bit of every score.
var assembly = Assembly.GetExecutingAssembly();
var articles = assembly.GetManifestResourceNames().Order(StringComparer.Ordinal).Select(name => (name, Text: Read(name))).ToList();
articles.Add(("odd", "\uD800 lone “halves” \uDC00\r\nand a mark that is “never closed\n\n\0 …"));

await using var provider = new ServiceCollection()
    .AddNewsNlp()
    .AddKeyedNewsNlp("keyed", options => options.MaxTextLength = 1_000_000)
    .BuildServiceProvider();
var pipeline = NlpPipeline.CreateDefault();
var json = new MemoryStream();
await foreach (var item in pipeline.ProcessManyAsync(
    articles, article => article.Text, new BatchOptions { MaxDegreeOfParallelism = 2 }, article => new DocumentMetadata(article.name)))
{
    var bytes = Json(item.Document);
    Expect(Json(provider.GetRequiredService<NlpPipeline>().Process(item.Item.Text, item.Document.Metadata)), bytes, "injected");
    Expect(Json(provider.GetRequiredKeyedService<NlpPipeline>("keyed").Process(item.Item.Text, item.Document.Metadata)), bytes, "keyed");
    Expect(Json(DocumentJsonReader.Read(bytes)), bytes, "read back");
    json.Write(bytes);
}

var layers = string.Join(' ', pipeline.Layers);
Console.WriteLine($"{articles.Count} articles, {json.Length} bytes of JSON, {layers}: {Convert.ToHexString(SHA256.HashData(json.ToArray()))}");

string Read(string name)
{
    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
    return reader.ReadToEnd();
}

static byte[] Json(Document document)
{
    using var stream = new MemoryStream();
    DocumentJsonWriter.Write(document, stream);
    return stream.ToArray();
}

static void Expect(byte[] actual, byte[] expected, string what)
{
    if (!actual.AsSpan().SequenceEqual(expected))
    {
        throw new InvalidOperationException($"The document differs when {what}.");
    }
}
