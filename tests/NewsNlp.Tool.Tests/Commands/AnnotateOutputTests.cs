using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Commands;

public sealed class AnnotateOutputTests
{
    [Fact]
    public async Task A_file_is_written_whole()
    {
        using var folder = new TemporaryFolder();
        var target = folder.Write("out.jsonl", "old");
        var run = ToolRun.WithInput("One");
        Assert.Equal(0, await run.RunAsync("annotate", "--format", "jsonl", "--output", target));
        Assert.Equal("", run.Output);
        Assert.EndsWith("}\n", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal([target], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_file_that_was_not_there_is_made()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.At("dangling"), folder.At("b.jsonl"));
        Assert.Equal(0, await ToolRun.WithInput("One").RunAsync("annotate", "--format", "jsonl", "--output", folder.At("a.jsonl")));
        Assert.Equal(0, await ToolRun.WithInput("One").RunAsync("annotate", "--format", "jsonl", "-o", folder.At("dangling")));
        Assert.Equal(
            [folder.At("a.jsonl"), folder.At("b.jsonl"), folder.At("dangling")],
            Directory.GetFileSystemEntries(folder.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_run_that_is_cut_short_leaves_the_old_file()
    {
        using var folder = new TemporaryFolder();
        var target = folder.Write("out.jsonl", "old");
        var run = new ToolRun { Input = "One"u8.ToArray(), Annotate = (_, _, _) => throw new OperationCanceledException() };
        await run.RunAsync("annotate", "--format", "jsonl", "--output", target);
        Assert.Equal("old", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken));
        Assert.Equal([target], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Input_that_fails_as_a_whole_leaves_no_file()
    {
        using var folder = new TemporaryFolder();
        var run = new ToolRun();
        Assert.Equal(1, await run.RunAsync("annotate", "--output", folder.At("out.txt")));
        Assert.Equal("newsnlp: standard input: There is no text in it.\n", run.Error);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task An_input_is_never_overwritten()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.jsonl", "{\"text\":\"one\"}\n");
        File.CreateSymbolicLink(folder.At("link.jsonl"), file);
        foreach (var output in new[] { file, folder.At("link.jsonl"), Path.Combine(folder.Path, ".", "a.jsonl") })
        {
            var run = new ToolRun();
            Assert.Equal(2, await run.RunAsync("annotate", file, "--format", "jsonl", "--output", output));
            Assert.Equal($"newsnlp: {output}: is an input, too; write to another file\n", run.Error);
        }

        Assert.Equal("{\"text\":\"one\"}\n", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_link_keeps_leading_to_the_file_that_was_written()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("out.jsonl", "old");
        File.CreateSymbolicLink(folder.At("link.jsonl"), file);
        Assert.Equal(0, await ToolRun.WithInput("One").RunAsync("annotate", "--format", "jsonl", "--output", folder.At("link.jsonl")));
        Assert.NotNull(new FileInfo(folder.At("link.jsonl")).LinkTarget);
        Assert.Contains("One", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_that_cannot_be_written_is_one_line()
    {
        using var folder = new TemporaryFolder();
        foreach (var (output, reason) in new[] { (folder.Path, "it is a directory"), (folder.At("no/out.txt"), "no such directory") })
        {
            var run = ToolRun.WithInput("One");
            Assert.Equal(1, await run.RunAsync("annotate", "--output", output));
            Assert.Equal($"newsnlp: {output}: cannot write: {reason}\n", run.Error);
        }
    }

    [Fact]
    public async Task A_device_is_written_to_and_not_replaced()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Assert.Equal(0, await ToolRun.WithInput("One").RunAsync("annotate", "--output", "/dev/null"));
        Assert.Equal("", await File.ReadAllTextAsync("/dev/null", TestContext.Current.CancellationToken));
    }
}
