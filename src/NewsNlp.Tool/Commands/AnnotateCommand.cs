using System.CommandLine;
using NewsNlp.Export;
using NewsNlp.Tool.Hosting;
using NewsNlp.Tool.Input;
using NewsNlp.Tool.Processing;

namespace NewsNlp.Tool.Commands;

/// <summary>The options of <c>newsnlp annotate</c>.</summary>
internal static class AnnotateCommand
{
    public static Command Create(ToolHost host)
    {
        var input = new InputOptions();
        var format = new Choice<OutputFormat>(
            "--format",
            "What to write: text is for a person at a terminal.",
            ("text", OutputFormat.Text), ("json", OutputFormat.Json), ("jsonl", OutputFormat.Jsonl), ("conllu", OutputFormat.Conllu), ("html", OutputFormat.Html));
        var output = new Option<string?>("--output", "-o") { Description = "The file to write, replaced only once all is done; standard output if left out.", HelpName = "FILE" };
        var resume = new Option<bool>("--resume")
        {
            Description = "Go on where an earlier run of this very command was cut off; with --output FILE, JSON Lines in and out.",
        };
        var offsetUnit = new Choice<OffsetUnit>(
            "--offset-unit",
            "What offsets in JSON count.",
            ("utf16", OffsetUnit.Utf16), ("codepoint", OffsetUnit.CodePoint), ("utf8", OffsetUnit.Utf8));
        var noText = new Option<bool>("--no-text") { Description = "Leave the text out of JSON." };
        var threads = new Option<int>("--threads")
        {
            Description = "How many articles to annotate at once.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
            HelpName = "N",
        };
        threads.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.Tokens.Count == 0)
            {
                return;
            }

            if (!int.TryParse(result.Tokens[0].Value, out var value) || value is < 1 or > 1024)
            {
                result.AddError($"--threads takes a number from 1 to 1024, not '{result.Tokens[0].Value}'.");
            }
        });
        var model = new Option<string?>("--model") { Description = "A model file to use instead of the built-in one.", HelpName = "FILE" };

        var command = new Command("annotate", "Annotate articles: text, JSON Lines or saved web pages.")
        {
            input.Files, input.Format.Option, format.Option, output, resume, offsetUnit.Option, noText, threads, model,
        };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(resume))
            {
                return;
            }

            var isJsonl = result.GetValue(input.Files) is { Length: > 0 } files
                ? files.All(file => JobSource.FormatOf(file, input.Format.Of(result.GetValue(input.Format.Option))) == InputFormat.Jsonl)
                : input.Format.Of(result.GetValue(input.Format.Option)) == InputFormat.Jsonl;
            if (result.GetValue(output) is null or "-" || format.Of(result.GetValue(format.Option)) != OutputFormat.Jsonl || !isJsonl)
            {
                result.AddError("--resume needs --output FILE, --format jsonl and inputs that are JSON Lines.");
            }
        });
        command.SetAction((result, cancellationToken) =>
        {
            var settings = new AnnotateSettings
            {
                Inputs = input.FilesIn(result),
                InputFormat = input.Format.ValueIn(result),
                Format = format.ValueIn(result),
                Output = result.GetValue(output),
                Resume = result.GetValue(resume),
                OffsetUnit = offsetUnit.ValueIn(result),
                IncludeText = !result.GetValue(noText),
                Threads = result.GetValue(threads),
                Model = result.GetValue(model),
            };
            return new AnnotateRun(settings, host).RunAsync(cancellationToken);
        });
        return command;
    }
}
