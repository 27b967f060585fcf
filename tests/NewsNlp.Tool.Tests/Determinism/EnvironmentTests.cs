using System.Globalization;
using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Determinism;

/// <summary>
/// The whole program over all of the project's own articles: the same bytes wherever and however it runs. What is compiled ahead of time
/// is compared by the gate native-tool of <c>.ci/run</c>.
/// </summary>
public sealed class EnvironmentTests : IDisposable
{
    // The tool's own settings keep it out of all cultures; these let it in, as a host of the library would.
    private const string Cultures = """
        { "runtimeOptions": { "tfm": "net10.0", "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" },
          "configProperties": { "System.Globalization.Invariant": false, "System.Globalization.PredefinedCulturesOnly": false } } }
        """;

    private readonly TemporaryFolder _folder = new();

    public EnvironmentTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "runs the program from the shell");
        _folder.Write("in.jsonl", OwnArticles.Lines);
        _folder.Write("page.html", OwnArticles.Page);
        _folder.Write("cultures.json", Cultures);
        _folder.Write("gold.tsv", "# doc = a\nRuth\tB-Person\nAmadi\tI-Person\nsailed\tO\nto\tO\nHalmstad\tB-Location\n.\tO\n\n# doc = b\nThe\tO\nferry\tO\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Threads_compilers_vectors_places_and_times_make_no_difference()
    {
        (string Environment, int Threads)[] runs =
        [
            ("A=b", 2), ("A=b", 8), ("DOTNET_EnableAVX512=0", 1), ("DOTNET_EnableAVX2=0", 1), ("DOTNET_EnableHWIntrinsic=0", 1), ("DOTNET_TieredCompilation=0", 1),
            ("DOTNET_TieredPGO=0 DOTNET_gcServer=1", 2), ("TZ=Pacific/Kiritimati", 1), ("TZ=America/Adak LC_ALL=C", 1),
            ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0 LC_ALL=tr_TR.UTF-8", 1), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 LC_ALL=de_DE.UTF-8", 1),
        ];
        const string Run = "$TOOL annotate --format jsonl in.jsonl page.html --threads";

        await Shell(string.Join('\n', runs.Select(run => $"env {run.Environment} {Run} {run.Threads} | cmp - expected || echo '{run}'").Prepend($"{Run} 1 > expected")));
        Assert.Equal(OwnArticles.Lines.Count(c => c == '\n') + 1, File.ReadLines(_folder.At("expected")).Count());
    }

    /// <summary>Turkish folds letters otherwise, German has decimal commas, Thai and Arabic have years and digits of their own.</summary>
    [Fact]
    public async Task No_culture_and_no_time_zone_shows_in_any_output()
    {
        Assert.SkipUnless(HasCultures(), "there is no ICU on this machine, so no culture but the invariant one");
        string[] cultures = ["tr_TR", "de_DE", "th_TH", "ar_SA"];
        string[] commands =
        [
            "annotate --format jsonl in.jsonl page.html", "annotate --format text in.jsonl", "annotate --format html page.html", "quotes --explain page.html", "evaluate gold.tsv --errors 5",
            "compare gold.tsv built-in",
        ];

        await Shell(string.Join('\n', commands.SelectMany((command, i) => cultures
            .Select(culture => $"env LC_ALL={culture}.UTF-8 TZ=Pacific/Kiritimati dotnet exec --runtimeconfig cultures.json ${{TOOL#dotnet }} {command} | cmp - plain{i} || echo '{culture}: {command}'")
            .Prepend($"$TOOL {command} > plain{i}; [ -s plain{i} ] || echo nothing"))));
    }

    private static bool HasCultures() =>
        Directory.Exists("/usr/lib") && Directory.EnumerateFiles("/usr/lib", "libicuuc.so*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2, IgnoreInaccessible = true }).Any();

    /// <summary>Runs a script in the folder; what it prints is what differed.</summary>
    private async Task Shell(string script)
    {
        using var tool = ToolProcess.StartShell($"cd {_folder.Path}\n{script}");
        var different = await tool.Output.ReadToEndAsync(TestContext.Current.CancellationToken);
        var (code, error) = await tool.EndAsync();
        Assert.True(different == "" && error == "", $"{different}\n{error}\n{code.ToString(CultureInfo.InvariantCulture)}");
    }
}
