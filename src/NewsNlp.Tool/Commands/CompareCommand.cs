using System.CommandLine;
using System.Text;
using NewsNlp.Tool.Comparison;
using NewsNlp.Tool.Hosting;
using NewsNlp.Tool.Output;

namespace NewsNlp.Tool.Commands;

/// <summary><c>newsnlp compare</c>: two annotations side by side.</summary>
internal static class CompareCommand
{
    public static Command Create(ToolHost host)
    {
        var a = new Argument<string>("A") { Description = "A file of annotations (as evaluate reads them), a model file (.nnlp), or built-in." };
        var b = new Argument<string>("B") { Description = "The other one." };
        var texts = new Option<string?>("--texts") { Description = "The articles that two models read (.txt or a file of annotations), or the texts of a file that has none.", HelpName = "FILE" };
        var format = new Choice<bool>("--format", "What to write: text for a person at a terminal, or a web page.", ("text", false), ("html", true));
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; standard output if left out.", HelpName = "FILE" };
        var command = new Command("compare", "Show two annotations side by side: gold and system, or two models.") { a, b, texts, format.Option, output };
        command.SetAction((result, cancellationToken) =>
        {
            var settings = new ComparisonSettings(result.GetValue(a)!, result.GetValue(b)!, result.GetValue(texts));
            var documents = new ComparisonRun(settings, host).Run(cancellationToken);
            var (nameA, nameB) = (ComparisonRun.NameOf(settings.A), ComparisonRun.NameOf(settings.B));
            string? path = result.GetValue(output);
            bool hasColour = host.IsOutputTerminal && path is null && string.IsNullOrEmpty(host.NoColor);
            string text = format.ValueIn(result)
                ? ComparisonHtml.Write(documents, nameA, nameB)
                : ComparisonText.Write(documents, nameA, nameB, host.Width, hasColour);
            Write(text, path, settings.Texts is { } read ? [settings.A, settings.B, read] : [settings.A, settings.B], isLaidOut: !format.ValueIn(result), host);
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static void Write(string text, string? path, string[] inputs, bool isLaidOut, ToolHost host)
    {
        using var target = OutputTarget.Open(path, inputs, host, isLaidOut);
        try
        {
            target.Stream.Write(Encoding.UTF8.GetBytes(text));
            target.Stream.Flush();
            target.Commit();
        }
        catch (Exception exception) when (exception is OutputException or IOException or UnauthorizedAccessException)
        {
            var cause = exception.InnerException ?? exception;
            if (path is null && cause is IOException broken && OutputException.IsBrokenPipe(broken)) return;
            throw new ToolException($"{path ?? "standard output"}: cannot write: {cause.Message}");
        }
    }
}
