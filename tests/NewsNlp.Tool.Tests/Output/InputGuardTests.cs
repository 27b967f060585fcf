using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Output;

/// <summary>What is read is never written, by whatever path the two are named.</summary>
public sealed class InputGuardTests : IDisposable
{
    private const string Line = "{\"text\":\"One two.\"}\n";

    private readonly TemporaryFolder _folder = new();
    private readonly string _input;

    public InputGuardTests()
    {
        Directory.CreateDirectory(_folder.At("real/deep"));
        _input = _folder.Write("real/in.jsonl", Line);
        Directory.CreateSymbolicLink(_folder.At("linked"), _folder.At("real"));
        Directory.CreateSymbolicLink(_folder.At("elsewhere"), _folder.At("real/deep"));
        File.CreateSymbolicLink(_folder.At("one.jsonl"), "two.jsonl");
        File.CreateSymbolicLink(_folder.At("two.jsonl"), Path.Combine("linked", "in.jsonl"));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("real/in.jsonl")]
    [InlineData("real/../real/./in.jsonl")]
    [InlineData("linked/in.jsonl")]
    [InlineData("one.jsonl")]
    [InlineData("elsewhere/../in.jsonl")]
    public async Task The_input_by_another_path_is_refused(string path)
    {
        var output = _folder.At(path);
        foreach (var input in new[] { _input, _folder.At("linked/in.jsonl") })
        {
            var run = new ToolRun();
            Assert.Equal(2, await run.RunAsync("annotate", "--format", "jsonl", "--output", output, input));
            Assert.Equal($"newsnlp: {output}: is an input, too; write to another file\n", run.Error);
        }

        AssertUntouched();
    }

    [Fact]
    public async Task The_input_through_what_a_process_has_open_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks into /proc");
        foreach (var command in new[]
        {
            "cd real; $TOOL annotate --format jsonl --output /proc/self/cwd/in.jsonl in.jsonl",
            "$TOOL annotate --format jsonl --input-format jsonl --output real/in.jsonl < linked/in.jsonl",
            "$TOOL annotate --format jsonl --output /dev/fd/3 real/in.jsonl 3<> real/in.jsonl",
            "$TOOL annotate --format jsonl real/in.jsonl >> linked/in.jsonl",
            "$TOOL annotate --format jsonl --output /dev/stdout real/in.jsonl >> linked/in.jsonl",
        })
        {
            using var tool = ToolProcess.StartShell($"cd {_folder.Path}; {command}");
            var (code, error) = await tool.EndAsync();
            Assert.True(code == 2 && error.Contains("is an input, too", StringComparison.Ordinal), $"{command}: {code} {error}");
            AssertUntouched();
        }
    }

    /// <summary>The new file takes the name; the input under its other name keeps what it holds.</summary>
    [Fact]
    public async Task A_hard_link_to_the_input_is_replaced_and_not_written_through()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "makes the link with ln");
        using var tool = ToolProcess.StartShell($"cd {_folder.Path}; ln real/in.jsonl hard.jsonl && $TOOL annotate --format jsonl --output hard.jsonl real/in.jsonl");
        Assert.Equal((0, ""), await tool.EndAsync());
        Assert.StartsWith("{\"schema\"", await File.ReadAllTextAsync(_folder.At("hard.jsonl"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        AssertUntouched();
    }

    [Fact]
    public async Task The_model_and_the_texts_are_inputs_too()
    {
        var model = _folder.Write("own.nnlp", "a model");
        var gold = _folder.Write("gold.tsv", "# doc = a\nRuth\tB-Person\n");
        Assert.Equal(2, await new ToolRun().RunAsync("annotate", "--format", "jsonl", "--model", model, "--output", model, _input));
        Assert.Equal(2, await new ToolRun().RunAsync("annotate", "--resume", "--format", "jsonl", "--model", model, "--output", model, _input));
        Assert.Equal(2, await new ToolRun().RunAsync("compare", gold, "built-in", "--texts", _input, "--output", _input));
        Assert.Equal(2, await new ToolRun().RunAsync("compare", gold, "built-in", "--output", gold));
        Assert.Equal("a model", await File.ReadAllTextAsync(model, TestContext.Current.CancellationToken));
        AssertUntouched();
    }

    [Fact]
    public async Task Training_does_not_replace_the_model_that_it_starts_from()
    {
        using var stream = typeof(NlpPipeline).Assembly.GetManifestResourceStream("NewsNlp.Models.english.nnlp")!;
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
        var model = _folder.Write("base.nnlp", copy.ToArray());
        var run = new ToolRun();
        Assert.Equal(2, await run.RunAsync("train", "--ner", _folder.Write("gold.tsv", "Ruth\tB-Person\n"), "--model", model, "--output", model));
        Assert.Equal(copy.Length, new FileInfo(model).Length);
    }

    [Theory]
    [InlineData("x.jsonl.partial")]
    [InlineData("x.jsonl.journal")]
    public async Task What_resuming_keeps_beside_its_output_is_no_input(string name)
    {
        var input = _folder.Write(name, Line);
        var run = new ToolRun();
        Assert.Equal(2, await run.RunAsync("annotate", "--resume", "--input-format", "jsonl", "--format", "jsonl", "--output", _folder.At("x.jsonl"), input));
        Assert.Contains("is an input, too", run.Error, StringComparison.Ordinal);
        Assert.Equal(Line, await File.ReadAllTextAsync(input, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_partial_file_of_somebody_else_is_left_alone()
    {
        var partial = _folder.Write("x.jsonl.partial", "my notes");
        var run = new ToolRun();
        Assert.Equal(2, await run.RunAsync("annotate", "--resume", "--format", "jsonl", "--output", _folder.At("x.jsonl"), _input));
        Assert.Contains("move it away", run.Error, StringComparison.Ordinal);
        Assert.Equal("my notes", await File.ReadAllTextAsync(partial, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Links_in_a_circle_are_one_line()
    {
        File.CreateSymbolicLink(_folder.At("a"), "b");
        File.CreateSymbolicLink(_folder.At("b"), "a");
        var run = new ToolRun();
        Assert.Equal(1, await run.RunAsync("annotate", "--output", _folder.At("a"), _input));
        Assert.Equal($"newsnlp: {_folder.At("a")}: cannot write: too many symbolic links\n", run.Error);
    }

    private void AssertUntouched() => Assert.Equal(Line, File.ReadAllText(_input));
}
