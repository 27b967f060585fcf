using System.Diagnostics;
using System.Text;

namespace NewsNlp.PackageTests;

/// <summary>What a program printed, and how it ended.</summary>
internal sealed record ProcessResult(int ExitCode, string Output, string Errors)
{
    public ProcessResult Succeeded(string what)
    {
        Assert.True(ExitCode == 0, $"{what} ended with {ExitCode}:\n{Output}\n{Errors}");
        return this;
    }
}

/// <summary>Runs programs in a folder of their own, with nothing of them left behind.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Runs a command of the SDK to its end; it must succeed.</summary>
    public static async Task<ProcessResult> Run(string folder, params string[] arguments)
    {
        var sdk = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var result = await Start(sdk, folder, null, arguments);
        return result.Succeeded($"dotnet {string.Join(' ', arguments)}");
    }

    /// <summary>Runs a program to its end, with <paramref name="input"/> as its standard input.</summary>
    public static async Task<ProcessResult> Start(string program, string folder, string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };

        // No build server outlives the tests, and nothing of the run that started the tests shines through.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["NO_COLOR"] = "1";
        foreach (var name in new[] { "CI", "MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "TESTINGPLATFORM_UI_LANGUAGE", "WithCatalyst" })
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {Limit}.");
        }

        return new ProcessResult(process.ExitCode, await output, await errors);
    }
}
