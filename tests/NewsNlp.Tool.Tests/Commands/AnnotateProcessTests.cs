using System.Text.Json;
using NewsNlp.Export;
using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Commands;

/// <summary>What shows only in a process of its own: pipes, signals, exit codes.</summary>
public sealed class AnnotateProcessTests
{
    private static readonly string[] JsonLines = ["annotate", "--input-format", "jsonl", "--format", "jsonl"];

    [Fact]
    public async Task A_line_is_answered_before_the_next_one_is_asked()
    {
        using var tool = ToolProcess.Start(JsonLines);
        for (var i = 0; i < 3; i++)
        {
            await tool.Input.WriteLineAsync($$"""{"id":"{{i}}","text":"The harbour is closed, Marta Quill said."}""");
            await tool.Input.FlushAsync(TestContext.Current.CancellationToken);
            using var json = JsonDocument.Parse(await tool.ReadLineAsync());
            Assert.Equal($"{i}", json.RootElement.GetProperty("id").GetString());
        }

        tool.Input.Close();
        Assert.Equal((0, ""), await tool.EndAsync());
    }

    [Fact]
    public async Task What_draws_progress_is_not_even_loaded_where_nobody_looks()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Which files a process has loaded is asked of Linux.");
        using var tool = ToolProcess.Start(JsonLines);
        await tool.Input.WriteLineAsync("""{"id":"a","text":"The harbour is closed, Marta Quill said."}""");
        await tool.Input.FlushAsync(TestContext.Current.CancellationToken);
        await tool.ReadLineAsync();

        var loaded = await File.ReadAllTextAsync($"/proc/{tool.Id}/maps", TestContext.Current.CancellationToken);
        Assert.Contains("System.CommandLine.dll", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("Spectre.Console", loaded, StringComparison.Ordinal);

        tool.Input.Close();
        Assert.Equal((0, ""), await tool.EndAsync());
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_ends_the_run_after_a_whole_line(string signal, int code)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var tool = ToolProcess.Start(JsonLines);
        await tool.Input.WriteLineAsync("""{"id":"a","text":"One."}""");
        await tool.Input.FlushAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("{\"schema\"", await tool.ReadLineAsync(), StringComparison.Ordinal);

        // The program waits for more; nothing but the signal can wake it.
        await tool.SignalAsync(signal);
        Assert.Equal((code, ""), await tool.EndAsync());
        Assert.Equal("", await tool.Output.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_signal_leaves_no_half_file()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        using var tool = ToolProcess.Start([.. JsonLines, "--output", folder.At("out.jsonl")]);
        await tool.Input.WriteLineAsync("""{"id":"a","text":"One."}""");
        await tool.Input.FlushAsync(TestContext.Current.CancellationToken);
        var deadline = DateTime.UtcNow.AddMinutes(1);
        while (Directory.GetFiles(folder.Path) is not [var file] || new FileInfo(file).Length == 0)
        {
            Assert.True(DateTime.UtcNow < deadline, "Nothing was written.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.NotEqual(folder.At("out.jsonl"), Assert.Single(Directory.GetFiles(folder.Path)));
        await tool.SignalAsync("TERM");
        Assert.Equal(143, (await tool.EndAsync()).Code);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Who_reads_only_the_first_line_gets_it_and_no_complaint()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // Endless input: only noticing that nobody reads can end this.
        using var tool = ToolProcess.StartShell(
            "yes '{\"id\":\"a\",\"text\":\"One two three.\"}' 2> /dev/null | $TOOL annotate --input-format jsonl --format jsonl | head -n 1; echo ${PIPESTATUS[1]}");
        Assert.StartsWith("{\"schema\"", await tool.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Equal("0", await tool.ReadLineAsync());
        Assert.Equal((0, ""), await tool.EndAsync());
    }

    [Fact]
    public async Task What_follows_in_the_same_file_is_not_overwritten()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var input = folder.Write("a.txt", "One two three.");
        using var tool = ToolProcess.StartShell($"(echo before; $TOOL annotate {input} --format jsonl; echo after) > {folder.At("out")}");
        Assert.Equal((0, ""), await tool.EndAsync());
        var lines = await File.ReadAllLinesAsync(folder.At("out"), TestContext.Current.CancellationToken);
        Assert.Equal(3, lines.Length);
        Assert.Equal(("before", "after"), (lines[0], lines[2]));
    }

    [Fact]
    public async Task A_full_device_is_one_line()
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        using var tool = ToolProcess.StartShell("echo One | $TOOL annotate > /dev/full");
        Assert.Equal((1, "newsnlp: standard output: cannot write: No space left on device\n"), Simplify(await tool.EndAsync()));
    }

    [Fact]
    public async Task The_built_in_model_reads_an_article_with_every_layer_it_has()
    {
        using var tool = ToolProcess.Start("annotate", "--format", "jsonl");
        await tool.Input.WriteAsync("Harbour closed\n\nThe harbour is closed, Marta Quill said on Tuesday. “Nobody knows why.”\n");
        tool.Input.Close();
        var json = await tool.Output.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), await tool.EndAsync());
        var document = DocumentJsonReader.Read(System.Text.Encoding.UTF8.GetBytes(json));
        Assert.Equal(3, document.Sentences.Count);
        Assert.Contains("\"upos\":\"VERB\",\"lemma\":\"know\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_built_in_model_can_be_looked_at()
    {
        using var tool = ToolProcess.Start("model", "info", "--format", "json");
        using var json = JsonDocument.Parse(await tool.Output.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal((0, ""), await tool.EndAsync());
        Assert.Equal("en", json.RootElement.GetProperty("language").GetString());
        Assert.NotEqual("", json.RootElement.GetProperty("components")[0].GetProperty("data")[0].GetProperty("license").GetString());
    }

    private static (int Code, string Error) Simplify((int Code, string Error) end) =>
        (end.Code, end.Error.Replace("No space left on device : ''", "No space left on device", StringComparison.Ordinal));
}
