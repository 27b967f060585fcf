using System.CommandLine;
using NewsNlp.Tool.Hosting;
using NewsNlp.Tool.Processing;

namespace NewsNlp.Tool.Commands;

/// <summary><c>newsnlp quotes</c>: who said what, and why the program holds it to be so.</summary>
internal static class QuotesCommand
{
    public static Command Create(ToolHost host)
    {
        var input = new InputOptions();
        var explain = new Option<bool>("--explain") { Description = "Say for each quote which cue, which rule and which scores it rests on." };
        var model = new Option<string?>("--model") { Description = "A model file to use instead of the built-in one.", HelpName = "FILE" };
        var command = new Command("quotes", "List who said what in articles, for a person to read.") { input.Files, input.Format.Option, explain, model };
        command.SetAction((result, cancellationToken) =>
        {
            var settings = new AnnotateSettings
            {
                Inputs = input.FilesIn(result),
                InputFormat = input.Format.ValueIn(result),
                Format = result.GetValue(explain) ? OutputFormat.ExplainedQuotes : OutputFormat.Quotes,
                Model = result.GetValue(model),
            };
            return new AnnotateRun(settings, host).RunAsync(cancellationToken);
        });
        return command;
    }
}
