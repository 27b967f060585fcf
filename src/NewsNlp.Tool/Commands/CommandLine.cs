using System.CommandLine;
using System.CommandLine.Parsing;
using NewsNlp.Tool.Hosting;
using NewsNlp.Tool.Output;
using NewsNlp.Tool.Terminal;

namespace NewsNlp.Tool.Commands;

/// <summary>The program: parses the command line, runs the command, turns failures into one line and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, ToolHost host, TerminationSignals? signals = null)
    {
        var root = new RootCommand("Reads English news: who said what, names, parts of speech, with exact offsets.")
        {
            AnnotateCommand.Create(host),
            QuotesCommand.Create(host),
            EvaluateCommand.Create(host),
            CompareCommand.Create(host),
            TrainCommand.Create(host),
            ModelCommand.Create(host),
        };
        var result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if ((result.Errors.Count > 0 ? result.Errors[0].Message : UnknownOption(result)) is { } mistake)
        {
            var command = result.CommandResult.Command;
            Report(host, $"{mistake.ReplaceLineEndings(" ")} Try: newsnlp {(command is RootCommand ? "" : command.Name + " ")}--help");
            return ExitCodes.Usage;
        }

        try
        {
            // Help, versions and models are short; articles do not pass through here.
            using var output = new StringWriter();
            var code = await result.InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                    Output = output,
                    Error = host.Error,
                },
                signals?.Token ?? CancellationToken.None);
            OutputTarget.WriteAtOnce(host, output.ToString());
            return code;
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
        catch (Exception exception)
        {
            // Nothing known comes here; what does is a line and an exit code all the same, and no dump of the process.
            var cause = exception is AggregateException { InnerExceptions: [var first, ..] } ? first : exception;
            Report(host, $"{cause.GetType().Name}: {cause.Message}");
            return ExitCodes.Failed;
        }
    }

    /// <summary>A word that begins with a hyphen and is no option would pass for a file, save behind "--".</summary>
    private static string? UnknownOption(ParseResult result)
    {
        foreach (var token in result.Tokens)
        {
            if (token.Type == TokenType.DoubleDash)
            {
                return null;
            }

            if (token.Type == TokenType.Argument && token.Value is ['-', _, ..])
            {
                return $"There is no option {token.Value}; to name a file so, put -- before it.";
            }
        }

        return null;
    }

    public static void Report(ToolHost host, string message) =>
        host.Error.WriteLine($"newsnlp: {Printable.Line(message)}");
}
