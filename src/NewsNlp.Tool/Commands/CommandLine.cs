using System.CommandLine;
using NewsNlp.Tool.Hosting;

namespace NewsNlp.Tool.Commands;

/// <summary>The program: parses the command line, runs the command, turns failures into one line and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, ToolHost host, TerminationSignals? signals = null)
    {
        var root = new RootCommand("Reads English news: who said what, names, parts of speech, with exact offsets.")
        {
            AnnotateCommand.Create(host),
        };
        var result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Errors.Count > 0)
        {
            Report(host, result.Errors[0].Message);
            await host.Error.WriteLineAsync($"Try: newsnlp {(result.CommandResult.Command is RootCommand ? "" : result.CommandResult.Command.Name + " ")}--help");
            return ExitCodes.Usage;
        }

        try
        {
            using var output = new StreamWriter(host.Output, leaveOpen: true);
            return await result.InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                    Output = output,
                    Error = host.Error,
                },
                signals?.Token ?? CancellationToken.None);
        }
        catch (ToolException exception)
        {
            Report(host, exception.Message);
            return exception.ExitCode;
        }
        catch (OperationCanceledException) when (signals is { Token.IsCancellationRequested: true })
        {
            return signals.ExitCode;
        }
    }

    public static void Report(ToolHost host, string message) =>
        host.Error.WriteLine($"newsnlp: {Printable.Line(message)}");
}
