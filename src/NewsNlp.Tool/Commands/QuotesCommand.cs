using System.CommandLine;
using NewsNlp.Tool.Hosting;
using NewsNlp.Tool.Processing;

namespace NewsNlp.Tool.Commands;

/// <summary><c>newsnlp quotes</c>: who said what, and why the program holds it to be so.</summary>
internal static class QuotesCommand
{
    public static Command Create(ToolHost host)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Articles to read; none, or -, for standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var inputFormat = new Choice<InputFormat>(
            "--input-format",
            "What the input is: auto goes by the file's ending, else text.",
            ("auto", InputFormat.Auto), ("text", InputFormat.Text), ("jsonl", InputFormat.Jsonl), ("html", InputFormat.Html));
        var explain = new Option<bool>("--explain") { Description = "Say for each quote which cue, which rule and which scores it rests on." };
        var model = new Option<string?>("--model") { Description = "A model file to use instead of the built-in one.", HelpName = "FILE" };
        var command = new Command("quotes", "List who said what in articles, for a person to read.") { files, inputFormat.Option, explain, model };
        command.SetAction((result, cancellationToken) =>
        {
            var inputs = result.GetValue(files) ?? [];
            var settings = new AnnotateSettings
            {
                Inputs = inputs.Length == 0 ? ["-"] : inputs,
                InputFormat = inputFormat.ValueIn(result),
                Format = result.GetValue(explain) ? OutputFormat.ExplainedQuotes : OutputFormat.Quotes,
                Model = result.GetValue(model),
            };
            return new AnnotateRun(settings, host).RunAsync(cancellationToken);
        });
        return command;
    }
}
