using System.Globalization;
using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Archives;

/// <summary>Ten times the input takes no more memory: the whole program, with the built-in model, measured from outside.</summary>
public sealed class MemoryTests : IDisposable
{
    private const int Articles = 300;

    // What the collector's mood may add; ten times the input would add hundreds.
    private const double Slack = 1.25, SlackMegabytes = 24;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_peak_does_not_grow_with_the_input()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads the peak from /proc");
        double once = await Peak(Articles), tenfold = await Peak(10 * Articles);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{once:0} MB for {Articles} articles, {tenfold:0} MB for ten times as many"));
        Assert.True(tenfold <= once * Slack + SlackMegabytes, $"{once} MB became {tenfold} MB");
    }

    private async Task<double> Peak(int articles)
    {
        var paragraph = string.Concat(Enumerable.Range(0, 12).Select(i => $"“The bridge is safe,” engineer Greta Lindqvist said on day {i} of the inquiry into the ferry at Halmstad. "));
        var input = _folder.Write($"{articles}.jsonl", string.Concat(Enumerable.Range(0, articles).Select(i => $"{{\"id\":\"{i}\",\"text\":\"{paragraph}\"}}\n")));

        // The last line of the output says that all was done; the peak is read before the process may go.
        using var tool = ToolProcess.StartShell(
            $"$TOOL annotate --format jsonl --threads 2 {input} > {_folder.At("out.jsonl")} & pid=$!; "
            + "while kill -0 $pid 2> /dev/null; do p=$(grep VmHWM /proc/$pid/status 2> /dev/null | tr -dc 0-9); [ -n \"$p\" ] && peak=$p; sleep 0.05; done; wait $pid && echo $peak");
        var output = await tool.Output.ReadToEndAsync(TestContext.Current.CancellationToken);
        var (code, error) = await tool.EndAsync();

        Assert.True(code == 0, error);
        Assert.Equal(articles, File.ReadLines(_folder.At("out.jsonl")).Count());
        return double.Parse(output, CultureInfo.InvariantCulture) / 1024;
    }
}
