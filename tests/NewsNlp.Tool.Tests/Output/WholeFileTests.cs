using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Output;

/// <summary>A file is there whole or not at all, and nothing else is left behind: whatever the disk, the reader or a signal does.</summary>
public sealed class WholeFileTests : IDisposable
{
    private const int Articles = 300;

    private readonly TemporaryFolder _folder = new();

    public WholeFileTests()
    {
        // Each article with a word of chance, so that what is packed is not next to nothing.
        var random = new Random(3);
        _folder.Write("in.jsonl", string.Concat(Enumerable.Range(0, Articles).Select(i =>
            $"{{\"id\":\"{i}\",\"text\":\"“The bridge is safe,” engineer Greta Lindqvist said of number {random.NextInt64():x}{random.NextInt64():x}{random.NextInt64():x}{random.NextInt64():x}.\"}}\n")));
    }

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Endings => new("", ".gz", ".zst");

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task A_full_disk_leaves_the_old_file_and_nothing_else(string ending)
    {
        RequireMounts();

        // So small that even what is packed does not fit.
        var (code, error, shown) = await OnSmallDisk(8, $"echo old > disk/out.jsonl{ending}; $TOOL annotate --format jsonl --output disk/out.jsonl{ending} in.jsonl; echo $?; ls -A disk; cat disk/out.jsonl{ending}");
        Assert.Equal((0, $"1\nout.jsonl{ending}\nold\n"), (code, shown));
        Assert.Matches($@"^newsnlp: disk/out\.jsonl{ending}: cannot write: .*[Nn]o space left.*\n$", error);
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task An_archive_goes_on_when_there_is_room_again(string ending)
    {
        RequireMounts();
        var plain = ending switch { ".gz" => "gzip -dc", ".zst" => "zstd -dc", _ => "cat" };
        Assert.SkipWhen(ending == ".zst" && !File.Exists("/usr/bin/zstd"), "unpacks with zstd");
        var resume = $"$TOOL annotate --resume --format jsonl --output disk/out.jsonl{ending} in.jsonl";
        var (code, error, shown) = await OnSmallDisk(4096, $"head -c {(ending == "" ? 4000 : 4088)}K /dev/zero > disk/filler; {resume}; echo $?; rm disk/filler; {resume}; echo $?; ls -A disk; {plain} disk/out.jsonl{ending} > got; $TOOL annotate --format jsonl in.jsonl | cmp got - && echo same");
        Assert.True((code, shown) == (0, $"1\n0\nout.jsonl{ending}\nsame\n"), $"{shown}\n{error}");
        Assert.Contains("No space left", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_standard_streams_may_be_full_or_closed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "uses /dev/full");
        const string Filter = "$TOOL annotate --input-format jsonl --format jsonl";
        const string Two = "printf 'no json\\n{\"id\":\"a\",\"text\":\"One.\"}\\n'";
        await Expect($"{Two} | {Filter} > /dev/full", 1, "", "newsnlp: standard output: cannot write: No space left");
        await Expect($"{Two} | {Filter} >&-", 1, "", "newsnlp: standard output: cannot write: ");
        await Expect("$TOOL model info >&-", 1, "", "newsnlp: standard output: cannot write: ");
        await Expect("$TOOL model info > /dev/full", 1, "", "newsnlp: standard output: cannot write: ");
        await Expect($"{Two} | {Filter} 2> /dev/full | wc -l; exit ${{PIPESTATUS[1]}}", 1, "2\n", "");
        await Expect($"{Two} | {Filter} 2>&- | wc -l; exit ${{PIPESTATUS[1]}}", 1, "2\n", "");
        await Expect($"{Two} | {Filter} --output /dev/full", 1, "", "newsnlp: /dev/full: cannot write: ");
    }

    [Fact]
    public async Task Standard_output_by_its_name_is_written_where_it_stands()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "uses /dev/stdout");
        await Expect($"cd {_folder.Path}; (echo before; $TOOL annotate --format jsonl --output /dev/stdout in.jsonl; echo after) > all; head -n 1 all; tail -n 1 all; wc -l < all", 0, $"before\nafter\n{Articles + 2}\n", "");
        await Expect($"cd {_folder.Path}; $TOOL annotate --format jsonl --output >(wc -l > counted) in.jsonl; until [ -s counted ]; do sleep 0.1; done; cat counted", 0, $"{Articles}\n", "");
    }

    [Fact]
    public async Task The_shared_memory_of_the_machine_holds_files_like_any_other()
    {
        Assert.SkipUnless(Directory.Exists("/dev/shm"), "needs /dev/shm");
        var file = $"/dev/shm/newsnlp-{Guid.NewGuid():N}.jsonl";
        try
        {
            Assert.Equal(0, await new ToolRun().RunAsync("annotate", "--format", "jsonl", "--output", file, _folder.At("in.jsonl")));
            Assert.Equal(Articles, File.ReadLines(file).Count());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_long_name_and_the_modes_of_a_private_file_are_kept()
    {
        var target = _folder.At(new string('n', 250));
        Assert.Equal(0, await ToolRun.WithInput("One").RunAsync("annotate", "--output", target));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            Assert.Equal(0, await ToolRun.WithInput("Two").RunAsync("annotate", "--output", target));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(target));
        }

        Assert.StartsWith("Two", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_but_the_output()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "lists the places that a program of Linux writes to");
        _folder.Write("gold.tsv", "# doc = a\nRuth\tB-Person\nAmadi\tI-Person\nsailed\tO\n.\tO\n");
        await Expect(
            $"cd {_folder.Path}; mkdir home tmp work; export HOME=$PWD/home TMPDIR=$PWD/tmp XDG_CACHE_HOME=$PWD/home XDG_DATA_HOME=$PWD/home; cd work;"
            + "for format in text json jsonl conllu html; do $TOOL annotate --format $format --output ../out.$format ../in.jsonl > ../shown || echo failed; done;"
            + "$TOOL annotate --resume --format jsonl --output ../out.gz ../in.jsonl > ../shown; $TOOL compare ../gold.tsv built-in --format html --output ../page.html;"
            + "$TOOL evaluate ../gold.tsv > ../shown; $TOOL model info > ../shown; cd ..; find . -type f -o -type s | sort",
            0,
            "./gold.tsv\n./in.jsonl\n./out.conllu\n./out.gz\n./out.html\n./out.json\n./out.jsonl\n./out.text\n./page.html\n./shown\n",
            "");
    }

    private static void RequireMounts() => Assert.SkipUnless(
        OperatingSystem.IsLinux() && Environment.UserName == "root" && File.Exists("/bin/mount"), "mounts a small disk, which needs root");

    /// <summary>Runs a line of the shell in the folder, in which <c>disk</c> is a disk of so many KiB that only the shell sees.</summary>
    private async Task<(int Code, string Error, string Output)> OnSmallDisk(int size, string line)
    {
        var script = _folder.Write("script.sh", $"mount -t tmpfs -o size={size}k tmpfs disk || exit 77\n{line}\n");
        using var tool = ToolProcess.StartShell($"cd {_folder.Path}; mkdir disk; unshare -m bash {script}");
        var output = await tool.Output.ReadToEndAsync(TestContext.Current.CancellationToken);
        var (code, error) = await tool.EndAsync();
        Assert.SkipWhen(code is 77 or 1 && error.Contains("mount", StringComparison.Ordinal), "this machine lets nobody mount");
        return (code, error, output);
    }

    private static async Task Expect(string line, int code, string output, string problem)
    {
        using var tool = ToolProcess.StartShell(line);
        var shown = await tool.Output.ReadToEndAsync(TestContext.Current.CancellationToken);
        var (ended, error) = await tool.EndAsync();
        Assert.True(ended == code && shown == output && error.Contains(problem, StringComparison.Ordinal) && (error.Length > 0) == (problem.Length > 0), $"{line}\n{ended}\n{shown}\n{error}");
    }
}
