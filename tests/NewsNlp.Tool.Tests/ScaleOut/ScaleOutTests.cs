using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.ScaleOut;

/// <summary>
/// One process is a filter, so engines that know nothing of it spread it over processors and machines. Each is run for real where it is
/// installed.
/// </summary>
public sealed class ScaleOutTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string Here => Path.Combine(AppContext.BaseDirectory, "ScaleOut");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task GNU_parallel_over_one_file_gives_what_one_process_gives()
    {
        Assert.SkipUnless(await IsGnuParallelAsync(), "GNU parallel is not installed (Debian: parallel)");
        _folder.Write("in.jsonl", Lines(0, 60));
        const string Filter = "annotate --input-format jsonl --format jsonl --threads 1";

        await Shell($"parallel --will-cite --pipe-part -a in.jsonl --block 1500 -j 2 --keep-order \"$TOOL {Filter}\" > many.jsonl");
        await Shell($"$TOOL {Filter} < in.jsonl > one.jsonl");

        Assert.Equal(60, File.ReadLines(_folder.At("one.jsonl")).Count());
        Assert.Equal(File.ReadAllText(_folder.At("one.jsonl")), File.ReadAllText(_folder.At("many.jsonl")));
    }

    [Fact]
    public async Task An_array_of_Slurm_jobs_over_shards_gives_what_one_process_gives()
    {
        Assert.SkipUnless(IsInstalled("slurmctld") && IsInstalled("slurmd") && IsInstalled("munged"), "Slurm is not installed (Debian: slurm-wlm munge)");
        Assert.SkipUnless(Environment.UserName == "root", "a Slurm node of one's own needs root");
        Directory.CreateDirectory(_folder.At("shards"));
        for (int shard = 0; shard < 3; shard++) _folder.Write($"shards/{shard}.jsonl", Lines(10 * shard, 10));

        await Shell($"NEWSNLP=\"$TOOL\" {Here}/slurm-node.sh node sbatch --wait --array=0-2 --output=job-%a.log {Here}/annotate.sbatch shards out");
        await Shell("$TOOL annotate --format jsonl --threads 1 shards/0.jsonl shards/1.jsonl shards/2.jsonl > one.jsonl; cat out/0.jsonl out/1.jsonl out/2.jsonl > many.jsonl");

        Assert.Equal(30, File.ReadLines(_folder.At("one.jsonl")).Count());
        Assert.Equal(File.ReadAllText(_folder.At("one.jsonl")), File.ReadAllText(_folder.At("many.jsonl")));
    }

    private static string Lines(int first, int count) => string.Concat(Enumerable.Range(first, count).Select(i =>
        $"{{\"id\":\"{i}\",\"text\":\"The bridge at Halmstad is safe, engineer Greta Lindqvist said on day {i}.\"}}\n"));

    // Another program has the same name (Debian: moreutils).
    private static async Task<bool> IsGnuParallelAsync()
    {
        if (!IsInstalled("parallel")) return false;
        using var process = ToolProcess.StartShell("parallel --version");
        process.Input.Close();
        return (await process.Output.ReadToEndAsync(TestContext.Current.CancellationToken)).Contains("GNU parallel", StringComparison.Ordinal);
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/sbin").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    private async Task Shell(string line)
    {
        using var process = ToolProcess.StartShell($"export PATH=\"$PATH:/usr/sbin:/sbin\"; cd {_folder.Path}; {line}");
        var output = process.Output.ReadToEndAsync(TestContext.Current.CancellationToken);
        var (code, error) = await process.EndAsync();
        Assert.True(code == 0, $"{line}\n{await output}\n{error}\n{string.Concat(Directory.GetFiles(_folder.Path, "job-*.log").Select(File.ReadAllText))}");
    }
}
