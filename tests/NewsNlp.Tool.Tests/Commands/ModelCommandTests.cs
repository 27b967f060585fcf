using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Commands;

public sealed class ModelCommandTests
{
    [Fact]
    public async Task A_model_is_shown_with_its_sources_and_scores()
    {
        var run = new ToolRun();
        Assert.Equal(0, await run.RunAsync("model", "info"));
        Assert.Matches(@"^english \d+\.\d+\.\d+ · en · built in\n", run.Output);
        Assert.Contains("CC BY-SA 4.0", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  in all +[\d,]+ bytes$", run.Output);
        Assert.All(run.OutputLines, line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public async Task What_is_no_model_is_refused_in_one_line()
    {
        using var folder = new TemporaryFolder();
        foreach (var (file, message) in new[] { (folder.Write("a.nnlp", "text"), "Model section 'header'"), (folder.At("none.nnlp"), "no such model file") })
        {
            var run = new ToolRun();
            Assert.Equal(1, await run.RunAsync("model", "info", "--model", file));
            Assert.StartsWith($"newsnlp: {file}: {message}", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        }
    }
}
