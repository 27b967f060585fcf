using System.Security.Cryptography;
using System.Text;
using NewsNlp.Documents;
using NewsNlp.Export;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Pipeline;

/// <summary>
/// Work on speed must not change what is found, to the last bit of a score: checksums of all annotations of the project's own
/// articles. Where the first line differs the model is another one, and the rest is to be approved anew.
/// </summary>
public class AnnotationTests
{
    private const string Articles = "benchmarks/NewsNlp.Benchmarks/Articles";
    private const string Model = "NewsNlp.Models.english.nnlp";

    [Fact]
    public void Annotations_are_what_they_were()
    {
        var pipeline = NlpPipeline.CreateDefault();
        var sums = new StringBuilder($"model {Model}: {Sum(ModelBytes())}\n");
        foreach (var file in Repository.Files(Articles, "*.txt"))
        {
            var document = pipeline.Process(Repository.Read(file).ReplaceLineEndings("\n"));
            sums.Append($"{Path.GetFileName(file)}: {Sum(Json(document))}\n");
        }

        Snapshot.Matches(sums.ToString(), "annotations.txt");
    }

    [Fact]
    public void What_was_read_before_makes_no_difference()
    {
        var texts = Repository.Files(Articles, "*.txt").Select(Repository.Read).ToArray();
        var used = NlpPipeline.CreateDefault();
        var once = texts.Select(text => Json(used.Process(text))).ToArray();
        Assert.Equal(once.Reverse(), texts.Reverse().Select(text => Json(used.Process(text))));
        Assert.All(texts.Zip(once), pair => Assert.Equal(pair.Second, Json(NlpPipeline.CreateDefault().Process(pair.First))));
    }

    private static byte[] Json(Document document)
    {
        using var stream = new MemoryStream();
        DocumentJsonWriter.Write(document, stream);
        return stream.ToArray();
    }

    private static byte[] ModelBytes()
    {
        using var stream = typeof(NlpPipeline).Assembly.GetManifestResourceStream(Model)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Sum(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
