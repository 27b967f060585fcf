using System.Text;
using NewsNlp.Tool.Archives;
using NewsNlp.Tool.Commands;
using NewsNlp.Tool.Hosting;
using NewsNlp.Tool.Processing;
using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Archives;

/// <summary>A run that was cut off at any point goes on, and the output is what one run would have made.</summary>
public sealed class ResumeTests : IDisposable
{
    private const int Count = 400;

    private readonly TemporaryFolder _folder = new();
    private readonly string _input;

    public ResumeTests() => _input = _folder.Write(
        "in.jsonl",
        string.Concat(Enumerable.Range(0, Count).Select(i => i % 50 == 7 ? "not json\n" : i % 50 == 9 ? $"\n{{\"id\":\"{i}\",\"text\":\"Line {i}.\"}}\n" : $"{{\"id\":\"{i}\",\"text\":\"Line {i}.\"}}\n")));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("out.jsonl")]
    [InlineData("out.jsonl.gz")]
    [InlineData("out.jsonl.zst")]
    public async Task What_was_cut_off_at_any_article_ends_as_one_run_would(string name)
    {
        var whole = await Whole();
        foreach (int cut in new[] { 0, 1, 8, 59, 399 })
        {
            var output = _folder.At($"{cut}-{name}");
            await Break(output, cut);
            Assert.False(File.Exists(output));

            // What a dying process may leave behind the last checkpoint.
            File.AppendAllText(output + ".partial", "{\"schema\":\"newsnlp.doc");
            File.AppendAllText(output + ".journal", "99999999 99");

            Assert.Equal(1, await Run(output));
            Assert.Equal(whole, Read(output));
            Assert.False(File.Exists(output + ".partial") || File.Exists(output + ".journal"));
        }
    }

    [Fact]
    public async Task A_run_may_be_cut_off_again_and_again()
    {
        var output = _folder.At("out.jsonl.zst");
        for (int cut = 20; cut < Count; cut += 95) await Break(output, cut);

        Assert.Equal(1, await Run(output));
        Assert.Equal(await Whole(), Read(output));
    }

    [Fact]
    public async Task A_complete_output_is_left_alone_until_an_input_is_newer()
    {
        var output = _folder.At("out.jsonl");
        await Run(output);
        var written = File.GetLastWriteTimeUtc(output);

        Assert.Equal(0, await Run(output));
        Assert.Equal(written, File.GetLastWriteTimeUtc(output));
        File.SetLastWriteTimeUtc(_input, written.AddMinutes(1));
        Assert.Equal(1, await Run(output));
        Assert.Equal(await Whole(), Read(output));
    }

    [Fact]
    public async Task Another_run_is_not_taken_for_this_one()
    {
        var output = _folder.At("out.jsonl");
        await Break(output, 100);
        var run = new ToolRun();

        Assert.Equal(2, await run.RunAsync("annotate", "--resume", "--format", "jsonl", "--no-text", "--output", output, _input));
        Assert.Contains("cannot resume", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, await Run(output));
    }

    [Theory]
    [InlineData("--format", "jsonl")]
    [InlineData("--format", "json", "--output", "x.json")]
    [InlineData("--format", "jsonl", "--output", "x.jsonl", "--input-format", "text")]
    public async Task What_cannot_be_resumed_is_refused(params string[] options)
    {
        var run = new ToolRun();

        Assert.Equal(2, await run.RunAsync(["annotate", "--resume", .. options, _input]));
        Assert.Contains("--resume needs", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_input_stops_the_run_before_it_starts()
    {
        var run = new ToolRun();

        Assert.Equal(1, await run.RunAsync("annotate", "--resume", "--format", "jsonl", "--output", _folder.At("o.jsonl"), _input, _folder.At("none.jsonl")));
        Assert.Equal(["in.jsonl"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_process_that_is_killed_loses_and_doubles_nothing()
    {
        var output = _folder.At("killed.jsonl.gz");
        var lines = string.Concat(Enumerable.Range(0, 30).Select(i => $"{{\"id\":\"{i}\",\"text\":\"Ms Vos said on day {i} that the bridge was safe.\"}}\n"));
        using (var first = ToolProcess.Start("annotate", "--resume", "--input-format", "jsonl", "--format", "jsonl", "--output", output))
        {
            // One line after another, until a checkpoint was made that has some of them.
            for (int i = 0; !HasCheckpoint(output + ".journal"); i++)
            {
                await first.Input.WriteAsync(i < 30 ? lines.Split('\n')[i] + "\n" : "");
                await first.Input.FlushAsync(TestContext.Current.CancellationToken);
                await Task.Delay(150, TestContext.Current.CancellationToken);
                Assert.True(i < 600, "no checkpoint came");
            }

            await first.SignalAsync("KILL");
            await first.EndAsync();
        }

        Assert.False(File.Exists(output));
        using (var second = ToolProcess.Start("annotate", "--resume", "--input-format", "jsonl", "--format", "jsonl", "--output", output))
        {
            await second.Input.WriteAsync(lines);
            second.Input.Close();
            Assert.Equal(0, (await second.EndAsync()).Code);
        }

        var ids = Read(output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("id").GetString());
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"{i}"), ids);
    }

    /// <summary>Whether a journal has a checkpoint with a record; its process keeps others from opening it, so its length has to tell.</summary>
    private static bool HasCheckpoint(string journal)
    {
        using var read = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("cat", [journal]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        return read.StandardOutput.ReadToEnd().Split('\n').Skip(1).Any(line => line.Split(' ') is [_, not "0", _]);
    }

    private async Task<string> Whole()
    {
        var run = new ToolRun();
        await run.RunAsync("annotate", "--format", "jsonl", _input);
        return run.Output;
    }

    private async Task<int> Run(string output)
    {
        return await new ToolRun().RunAsync("annotate", "--resume", "--format", "jsonl", "--output", output, _input);
    }

    /// <summary>Runs until an article is met, at which the run is broken off.</summary>
    private async Task Break(string output, int at)
    {
        using var stop = new CancellationTokenSource();
        using var host = new ToolHost
        {
            Input = Stream.Null,
            Output = Stream.Null,
            Error = TextWriter.Null,
            LoadPipeline = _ => (text, metadata, token) =>
            {
                if (metadata.Id == $"{at}") stop.Cancel();
                return ToolRun.SplitAtSpaces(text, metadata, token);
            },
        };
        var settings = new AnnotateSettings { Inputs = [_input], Format = OutputFormat.Jsonl, Output = output, Resume = true, Threads = 2 };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new AnnotateRun(settings, host).RunAsync(stop.Token));
    }

    private static string Read(string file)
    {
        using var stream = Compression.Unpack(File.OpenRead(file), Compression.KindOf(file));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
