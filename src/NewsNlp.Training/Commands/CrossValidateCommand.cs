using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using NewsNlp.Models;
using NewsNlp.Training.Diagnostics;

namespace NewsNlp.Training.Commands;

/// <summary>`cross-validate`: trains a part several times, each time without a share of its documents, and measures it on that share.</summary>
internal static class CrossValidateCommand
{
    public static Command Create()
    {
        var part = new Argument<string>("part") { Description = "tagger or entities." };
        part.AcceptOnlyFromAmong([.. CrossValidation.Parts]);
        var folds = new Option<int>("--folds") { Description = "Into how many shares the documents are cut.", DefaultValueFactory = _ => 5 };
        var data = CommonOptions.Data();
        var config = CommonOptions.Configuration();
        var profile = CommonOptions.Profile();
        var model = new Option<string>("--model")
        {
            Description = "The model with the parts before, which stay as they are.",
            DefaultValueFactory = _ => CommonOptions.EmbeddedModel,
        };
        var command = new Command("cross-validate", "Measures a part by k-fold cross-validation: the mean and how far the shares spread.")
        {
            part, folds, data, config, profile, model,
        };
        command.SetAction(result =>
        {
            try
            {
                var clock = Stopwatch.StartNew();
                var configuration = TrainingConfiguration.Load(result.GetValue(config)!, result.GetValue(profile)!);
                var context = new TrainingContext(
                    configuration, result.GetValue(part)!, result.GetValue(data)!, Load(result.GetValue(model)!),
                    line => Console.Error.WriteLine($"{clock.Elapsed:mm\\:ss} {line}"));
                foreach (var measure in CrossValidation.Run(context, result.GetValue(part)!, result.GetValue(folds)))
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{measure.Name}: {measure.Mean:0.00} ± {measure.Deviation:0.00} ({string.Join(", ", measure.Values.Select(value => value.ToString("0.00", CultureInfo.InvariantCulture)))})"));
                return 0;
            }
            catch (TrainingException e)
            {
                Console.Error.WriteLine(e.Message);
                return 1;
            }
        });
        return command;
    }

    private static NlpModel Load(string path)
    {
        if (!File.Exists(path)) throw new TrainingException($"There is no model {path}; give it with --model.");
        try
        {
            using var stream = File.OpenRead(path);
            return NlpModel.Load(stream);
        }
        catch (ModelFormatException e)
        {
            throw new TrainingException($"{path} cannot be used: {e.Message}");
        }
    }
}
