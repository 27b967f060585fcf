using System.Diagnostics;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tool.Tests.Support;

/// <summary>The data and the scorers that lie beside the checkout on some machines only.</summary>
internal static class SharedData
{
    private static readonly string Folder = Path.Combine(Repository.Root, "..", "shared");

    public static string Data(string name) => Path.Combine(Folder, "data", name);

    /// <summary>Skips the test, and says why, where there is no data or no Python to run the scorers with.</summary>
    public static void Require(params string[] data)
    {
        Assert.SkipUnless(data.All(name => File.Exists(Data(name))), "There is no shared data beside the checkout.");
        Assert.SkipUnless(File.Exists(Scorer("score_quotes.py")), "There are no scorers beside the checkout.");
        Assert.SkipUnless(HasPython(), "There is no python3 to run the scorers with.");
    }

    /// <summary>What a scorer prints.</summary>
    public static Task<string> RunAsync(string scorer, params string[] args) => RunAsync(["python3", Scorer(scorer), .. args]);

    /// <summary>
    /// What a scorer that rounds its figures prints where it is kept from that, and adds up one after the other, as all versions of Python did
    /// before 3.12.
    /// </summary>
    public static Task<string> RunUnroundedAsync(string scorer, params string[] args)
    {
        var module = Path.GetFileNameWithoutExtension(scorer);
        var program = $"import functools, operator, sys; sys.path.insert(0, sys.argv.pop(1)); import {module}; {module}.round = lambda value, digits: value; "
            + $"{module}.sum = lambda values: functools.reduce(operator.add, values, 0); {module}.main()";
        return RunAsync(["python3", "-c", program, Path.GetDirectoryName(Scorer(scorer))!, .. args]);
    }

    private static async Task<string> RunAsync(string[] command)
    {
        using var process = Start(command);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await error);
        return await output;
    }

    private static string Scorer(string name) => Path.Combine(Folder, "eval", name);

    private static bool HasPython()
    {
        try
        {
            using var process = Start(["python3", "--version"]);
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static Process Start(string[] command) => Process.Start(new ProcessStartInfo(command[0], command[1..])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = System.Text.Encoding.UTF8,
        Environment = { ["PYTHONDONTWRITEBYTECODE"] = "1", ["PYTHONUTF8"] = "1" },
    })!;
}
