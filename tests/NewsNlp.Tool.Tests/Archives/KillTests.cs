using System.Text;
using NewsNlp.Tool.Archives;
using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Archives;

/// <summary>The whole program, ended at moments drawn by chance, with the built-in model.</summary>
public sealed class KillTests : IDisposable
{
    private const int Articles = 200;

    private readonly TemporaryFolder _folder = new();
    private readonly string _input;

    public KillTests() => _input = _folder.Write("in.jsonl", string.Concat(Enumerable.Range(0, Articles).Select(i => i % 97 == 5
        ? "{\"id\":5\n"
        : $"{{\"id\":\"{i}\",\"text\":\"{string.Concat(Enumerable.Repeat($"“The bridge is safe,” engineer Greta Lindqvist said on day {i} of the inquiry at Halmstad. ", 8))}\"}}\n")));

    public void Dispose() => _folder.Dispose();

    /// <summary>NEWSNLP_KILLS asks for more of them than a build has time for.</summary>
    public static int Kills { get; } = int.TryParse(Environment.GetEnvironmentVariable("NEWSNLP_KILLS"), out var kills) ? kills : 3;

    [Theory]
    [InlineData("out.jsonl")]
    [InlineData("out.jsonl.gz")]
    [InlineData("out.jsonl.zst")]
    public async Task A_resumed_archive_is_what_one_run_makes_wherever_runs_were_killed(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends signals");
        var (expected, random, whole) = (await Whole(), new Random(), 0);
        for (var kill = 0; kill < Kills; whole++)
        {
            var output = _folder.At($"{whole}-{name}");
            for (int code = -1; code != 1; kill++)
            {
                using var tool = ToolProcess.Start("annotate", "--resume", "--format", "jsonl", "--threads", "2", "--output", output, _input);
                var (wait, signal) = (random.Next(2200), random.Next(3) == 0 ? "TERM" : "KILL");
                if (kill < Kills) await Task.WhenAny(tool.EndAsync(), Task.Delay(wait, TestContext.Current.CancellationToken));
                if (kill < Kills) await tool.SignalAsync(signal);
                (code, string error) = await tool.EndAsync();
                Assert.True(code is 1 or 137 or 143, $"{code} after {signal} at {wait} ms: {error}");
                Assert.Equal(code == 1, File.Exists(output));
            }

            Assert.Equal(expected, Read(output));
            Assert.Equal([Path.GetFileName(output)], Directory.GetFiles(_folder.Path, $"{whole}-*").Select(Path.GetFileName));
            File.Delete(output);
        }
    }

    [Fact]
    public async Task A_stream_that_is_ended_ends_with_a_whole_line()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends signals");
        var (expected, random) = (await Whole(), new Random());
        for (var kill = 0; kill < Kills; kill++)
        {
            var (signal, code) = random.Next(3) switch { 0 => ("INT", 130), 1 => ("TERM", 143), _ => ("HUP", 129) };
            var wait = random.Next(1800);
            using var tool = ToolProcess.StartShell(
                $"exec 3> {_folder.At("streamed.jsonl")}; env --default-signal=INT,HUP,TERM $TOOL annotate --format jsonl {_input} >&3 & pid=$!; sleep {wait / 1000}.{wait % 1000:000}; kill -{signal} $pid; wait $pid");
            var (ended, error) = await tool.EndAsync();

            // Before the program has set itself up, the signal is the system's; behind the end there is nobody to send it to.
            Assert.True(ended == code || ended == 1, $"{ended} after {signal} at {wait} ms: {error}");
            var streamed = await File.ReadAllTextAsync(_folder.At("streamed.jsonl"), TestContext.Current.CancellationToken);
            Assert.True(streamed.Length == 0 || streamed.EndsWith('\n'), $"half a line after {signal} at {wait} ms");
            Assert.StartsWith(streamed, expected, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_that_is_given_up_leaves_nothing_behind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends signals");
        foreach (var (signal, code) in new[] { ("INT", 130), ("TERM", 143), ("HUP", 129) })
        {
            using var tool = ToolProcess.StartShell(
                $"env --default-signal=INT,HUP,TERM $TOOL annotate --format jsonl --output {_folder.At("given-up.jsonl.zst")} {_input} & pid=$!; until [ -e {_folder.At(".given-up")}* ]; do sleep 0.02; done; kill -{signal} $pid; wait $pid");
            Assert.Equal(code, (await tool.EndAsync()).Code);
            Assert.Equal([_input], Directory.GetFileSystemEntries(_folder.Path));
        }
    }

    /// <summary>The signal of a terminal goes to all of a pipeline: whoever reads is gone by the time the program wants to write its rest.</summary>
    [Fact]
    public async Task A_signal_that_ends_the_reader_too_is_no_crash()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends signals");
        using var tool = ToolProcess.StartShell(
            $"(cat {_input}; sleep 4) | (env --default-signal=INT,PIPE $TOOL annotate --input-format jsonl --format jsonl & echo $! > {_folder.At("pid")}; wait $!; echo $? > {_folder.At("code")}) | head -c 100 > {_folder.At("head")} & "
            + $"until [ -s {_folder.At("head")} ]; do sleep 0.02; done; kill -INT $(cat {_folder.At("pid")}) 2> /dev/null; until [ -s {_folder.At("code")} ]; do sleep 0.02; done; cat {_folder.At("code")}");
        Assert.True((await tool.ReadLineAsync()) is "130" or "0", "130 where the signal was first, 0 where the closed pipe was");
        Assert.DoesNotContain("Exception", (await tool.EndAsync()).Error, StringComparison.Ordinal);
    }

    private async Task<string> Whole()
    {
        using var tool = ToolProcess.Start("annotate", "--format", "jsonl", _input);
        var output = await tool.Output.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, (await tool.EndAsync()).Code);
        return output;
    }

    private static string Read(string file)
    {
        using var stream = Compression.Unpack(File.OpenRead(file), Compression.KindOf(file));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
