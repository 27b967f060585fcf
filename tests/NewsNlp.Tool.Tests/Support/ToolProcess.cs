using System.Diagnostics;
using System.Text;

namespace NewsNlp.Tool.Tests.Support;

/// <summary>Runs the program as a process of its own, with the built-in model.</summary>
internal sealed class ToolProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _error;

    private ToolProcess(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardInputEncoding = new UTF8Encoding(false);
        start.StandardOutputEncoding = Encoding.UTF8;
        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public StreamWriter Input => _process.StandardInput;

    public StreamReader Output => _process.StandardOutput;

    /// <summary>
    /// Runs the program with these arguments. Where this process was started in the background of a script, SIGINT is ignored
    /// and would be in the program, too: there it starts through <c>env</c>, which takes that back.
    /// </summary>
    public static ToolProcess Start(params string[] args) =>
        new(IgnoresInterrupt()
            ? new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Program, .. args])
            : new ProcessStartInfo("dotnet", [Program, .. args]));

    /// <summary>Runs a line of the shell, in which <c>$TOOL</c> is the program.</summary>
    public static ToolProcess StartShell(string line)
    {
        var start = new ProcessStartInfo("bash", ["-c", line]);
        start.Environment["TOOL"] = $"dotnet {Program}";
        return new ToolProcess(start);
    }

    public async Task<string> ReadLineAsync() =>
        await Output.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience)
        ?? throw new InvalidOperationException($"The output has ended. {await _error}");

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task<(int Code, string Error)> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return (_process.ExitCode, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static bool IgnoresInterrupt()
    {
        const string Status = "/proc/self/status";
        const int Interrupt = 2;
        const string Key = "SigIgn:";
        var line = File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal)) : null;
        return line is not null && (Convert.ToUInt64(line[Key.Length..].Trim(), 16) >> (Interrupt - 1) & 1) == 1;
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "NewsNlp.Tool.dll");
}
