using System.CommandLine;
using System.Globalization;
using System.Text;
using NewsNlp.Tool.Hosting;
using NewsNlp.Tool.Output;
using NewsNlp.Tool.Terminal;
using NewsNlp.Training;
using NewsNlp.Training.Entities;

namespace NewsNlp.Tool.Commands;

/// <summary><c>newsnlp train --ner</c>: an entity recognizer for a user's own labels.</summary>
internal static class TrainCommand
{
    public static Command Create(ToolHost host)
    {
        var ner = new Option<string>("--ner")
        {
            Description = "Train the entity recognizer on this file: .tsv (a token, a tab, a BIO label) or .jsonl (texts and spans).",
            HelpName = "FILE",
            Required = true,
        };
        var dev = new Option<string?>("--dev") { Description = "A file of the same kind to measure on; it is not trained on.", HelpName = "FILE" };
        var map = new Option<string[]>("--map") { Description = "Call a label of the files otherwise, as in PER=Person; may be given more than once.", HelpName = "FROM=TO" };
        map.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (token.Value.Split('=') is not [{ Length: > 0 }, { Length: > 0 }]) result.AddError($"--map takes a label, = and another, not '{token.Value}'.");
        });
        var license = new Option<string>("--license") { Description = "The licence of the data, for the model's metadata.", DefaultValueFactory = _ => "not stated", HelpName = "TEXT" };
        var epochs = Numbers.Whole("--epochs", "Passes over the data; 0 to go by its size.", 0, 0, 1000);
        var seed = Numbers.Whole("--seed", "Where chance starts: the same seed gives the same model.", 5, 0, int.MaxValue);
        var model = new Option<string?>("--model") { Description = "The model whose other parts are kept; the built-in one if left out.", HelpName = "FILE" };
        var output = new Option<string>("--output", "-o") { Description = "The model file to write.", HelpName = "FILE", Required = true };
        var command = new Command("train", "Train an entity recognizer on your own labels, for annotate --model and NlpModel.Load.")
        {
            ner, dev, map, license, epochs, seed, model, output,
        };
        command.SetAction((result, cancellationToken) =>
        {
            var options = new OwnEntityOptions
            {
                Training = result.GetValue(ner)!,
                Development = result.GetValue(dev),
                Names = (result.GetValue(map) ?? []).Select(pair => pair.Split('=')).GroupBy(pair => pair[0]).ToDictionary(group => group.Key, group => group.Last()[1]),
                License = result.GetValue(license)!,
                Epochs = result.GetValue(epochs) is > 0 and var number ? number : null,
                Seed = (ulong)result.GetValue(seed),
            };
            result.InvocationConfiguration.Output.Write(Run(options, result.GetValue(model), result.GetValue(output)!, host, cancellationToken));
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static string Run(OwnEntityOptions options, string? modelPath, string output, ToolHost host, CancellationToken cancellationToken)
    {
        var before = PipelineLoader.LoadModel(modelPath);
        string[] inputs = [.. new[] { options.Training, options.Development, modelPath }.OfType<string>()];
        using var target = OutputTarget.Open(output, inputs, host);
        if (!target.IsFile) throw new ToolException("--output names the model file; it cannot be written to the terminal", ExitCodes.Usage);
        try
        {
            var trained = OwnEntityTraining.Train(before, options, line =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                host.Error.WriteLine(Printable.Line(line));
            });
            cancellationToken.ThrowIfCancellationRequested();
            target.Stream.Write(trained.File);
            target.Commit();
            return Report(trained, options, output);
        }
        catch (TrainingException exception)
        {
            throw new ToolException(exception.Message);
        }
        catch (Exception exception) when (exception is OutputException or IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{output}: cannot write: {(exception.InnerException ?? exception).Message}");
        }
    }

    private static string Report(OwnEntityModel trained, OwnEntityOptions options, string output)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Printable.Line(output)}: {trained.File.Length:N0} bytes, labels {Printable.Line(string.Join(", ", trained.Labels))}\n");
        if (trained.Score is not { } score) return text.ToString();
        text.Append(CultureInfo.InvariantCulture, $"on {Printable.Line(Path.GetFileName(options.Development!))}: precision {score.Precision:0.00}, recall {score.Recall:0.00}, F1 {score.F1:0.00}\n");
        foreach (var (label, f1, gold) in score.Labels) text.Append(CultureInfo.InvariantCulture, $"  {Printable.Line(label),-20} F1 {f1,6:0.00}  gold {gold}\n");
        return text.ToString();
    }
}
