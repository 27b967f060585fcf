using NewsNlp.Tool.Hosting;

namespace NewsNlp.Tool.Output;

/// <summary>Keeps a run from writing to what it reads, by whatever paths the two are named.</summary>
internal static class InputGuard
{
    private const string StandardInput = "/dev/stdin";
    private const string StandardOutput = "/dev/stdout";

    private static readonly string[] NamesOfStandardOutput = [StandardOutput, "/dev/fd/1", "/proc/self/fd/1"];

    /// <summary>Whether a path means standard output, which is written to where it stands.</summary>
    public static bool IsStandardOutput(string path) => !OperatingSystem.IsWindows() && NamesOfStandardOutput.Contains(path);

    /// <summary>The file that a path leads to: that is replaced, not the link.</summary>
    /// <exception cref="ToolException">It is one of the inputs.</exception>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static string Check(string path, IReadOnlyList<string> inputs)
    {
        var target = RealPath.Of(path);
        if (!RealPath.IsDevice(target) && inputs.Any(input => IsSame(input, target)))
        {
            throw new ToolException($"{path}: is an input, too; write to another file", ExitCodes.Usage);
        }

        return target;
    }

    /// <summary>The same for standard output, where it is a file: what is put behind an input would be read again, without end.</summary>
    /// <exception cref="ToolException">It is one of the inputs.</exception>
    public static void CheckStandardOutput(IReadOnlyList<string> inputs)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var target = RealPath.Of(StandardOutput);
        if (!RealPath.IsDevice(target) && inputs.Any(input => IsSame(input, target)))
        {
            throw new ToolException("standard output: is an input, too; write to another file", ExitCodes.Usage);
        }
    }

    private static bool IsSame(string input, string target) => input == "-"
        ? OperatingSystem.IsLinux() && RealPath.Of(StandardInput) == target
        : File.Exists(input) && string.Equals(RealPath.Of(input), target, RealPath.Comparison);
}
