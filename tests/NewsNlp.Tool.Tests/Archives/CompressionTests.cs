using System.Text;
using NewsNlp.Tool.Archives;
using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Archives;

/// <summary>Compressed files are read and written by their endings.</summary>
public sealed class CompressionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Endings => new(".gz", ".zst");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Compressed_lines_give_what_plain_ones_give(string ending)
    {
        var lines = string.Concat(Enumerable.Range(0, 300).Select(i => $"{{\"id\":\"{i}\",\"text\":\"Line {i} of the paper.\"}}\n"));
        var plain = _folder.Write("in.jsonl", lines);
        var packed = _folder.Write("in.jsonl" + ending, Pack(ending, lines[..4000], lines[4000..]));
        var output = _folder.At("out.jsonl" + ending);
        var expected = new ToolRun();
        await expected.RunAsync("annotate", "--format", "jsonl", plain);

        var fromPacked = new ToolRun();
        Assert.Equal(0, await fromPacked.RunAsync("annotate", "--format", "jsonl", packed));
        Assert.Equal(0, await new ToolRun().RunAsync("annotate", "--format", "jsonl", "--output", output, packed));

        Assert.Equal(300, expected.OutputLines.Length);
        Assert.Equal(expected.Output, fromPacked.Output);
        Assert.Equal(expected.Output, Encoding.UTF8.GetString(Unpack(output)));
        Assert.True(new FileInfo(output).Length < expected.Output.Length / 3);
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task A_compressed_text_or_page_goes_by_the_ending_before(string ending)
    {
        var page = _folder.Write("page.html" + ending, Pack(ending, "<html><body><article><h1>A headline of words</h1><p>The mayor spoke at length to the crowd on the square.</p></article></body></html>"));
        var run = new ToolRun();

        Assert.Equal(0, await run.RunAsync("annotate", "--format", "jsonl", page));
        Assert.Contains("The mayor spoke", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("<p>", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task A_file_that_was_cut_short_is_reported_and_what_came_before_is_kept(string ending)
    {
        var random = new Random(5);
        var lines = string.Concat(Enumerable.Range(0, 2000).Select(i => $"{{\"id\":\"{i}\",\"text\":\"{random.NextInt64()} {random.NextInt64()}\"}}\n"));
        var packed = Pack(ending, lines, lines);
        var file = _folder.Write("in.jsonl" + ending, packed[..(packed.Length * 3 / 4)]);
        var run = new ToolRun();

        Assert.Equal(1, await run.RunAsync("annotate", "--format", "jsonl", file));
        Assert.NotEmpty(run.ErrorLines);
        Assert.Contains("\"id\":\"0\"", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Damage_is_reported_and_never_a_crash(string ending)
    {
        var file = _folder.Write("in.jsonl" + ending, "this is not compressed at all");
        var run = new ToolRun();

        Assert.Equal(1, await run.RunAsync("annotate", "--format", "jsonl", file));
        Assert.Contains("damaged", run.Error, StringComparison.Ordinal);
    }

    private static byte[] Pack(string ending, params string[] members)
    {
        using var packed = new MemoryStream();
        foreach (var member in members)
        {
            using var stream = Compression.StartMember(packed, Compression.KindOf(ending));
            stream.Write(Encoding.UTF8.GetBytes(member));
        }

        return packed.ToArray();
    }

    private static byte[] Unpack(string file)
    {
        using var stream = Compression.Unpack(File.OpenRead(file), Compression.KindOf(file));
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
