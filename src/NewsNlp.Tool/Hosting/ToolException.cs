namespace NewsNlp.Tool.Hosting;

/// <summary>Ends the program with one line on standard error.</summary>
internal sealed class ToolException(string message, int exitCode = ExitCodes.Failed) : Exception(message)
{
    public int ExitCode => exitCode;
}
