using System.CommandLine;
using System.Diagnostics;
using NewsNlp.Models;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Commands;

/// <summary>`train`: retrains the named parts of a model file, or all.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var only = new Option<string?>("--only")
        {
            Description = $"The parts to train, separated by commas; the others stay as they are. Without it all: {Names()}.",
        };
        var data = CommonOptions.Data();
        var config = CommonOptions.Configuration();
        var profile = CommonOptions.Profile();
        var output = new Option<string?>("--output")
        {
            Description = "The model file to write; what it holds already is kept where it is not trained again. MODEL_CARD.md goes beside it. "
                + $"Without it {CommonOptions.EmbeddedModel}, for the default profile only.",
        };
        var command = new Command("train", "Trains parts of the model and packs them into a model file.") { only, data, config, profile, output };
        command.SetAction(result => Run(
            result.GetValue(only), result.GetValue(data)!, result.GetValue(config)!, result.GetValue(profile)!, result.GetValue(output)));
        return command;
    }

    private static int Run(string? only, string data, string config, string profile, string? output)
    {
        try
        {
            var clock = Stopwatch.StartNew();
            var configuration = TrainingConfiguration.Load(config, profile);
            output ??= profile == TrainingConfiguration.DefaultProfile
                ? CommonOptions.EmbeddedModel
                : throw new TrainingException($"Name the model file of the profile '{profile}' with --output.");
            byte[] file = ModelTrainer.Train(
                Choose(only), configuration, data, Before(output), line => Console.Error.WriteLine($"{clock.Elapsed:mm\\:ss} {line}"));
            File.WriteAllBytes(output, file);
            string card = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(output))!, "MODEL_CARD.md");
            File.WriteAllText(card, ModelCardWriter.Write(NlpModel.FromBytes(file).Info));
            Console.Error.WriteLine($"{clock.Elapsed:mm\\:ss} {output}: {file.Length:N0} bytes");
            return 0;
        }
        catch (TrainingException e)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    private static IEnumerable<IComponentTrainer> Choose(string? only)
    {
        if (only is null) return Components.All;
        string[] names = only.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (string name in names)
        {
            if (Components.All.All(part => part.Name != name))
                throw new TrainingException($"There is no part '{name}'; the parts are {Names()}.");
        }
        return Components.All.Where(part => names.Contains(part.Name));
    }

    private static NlpModel? Before(string output)
    {
        if (!File.Exists(output)) return null;
        try
        {
            using var stream = File.OpenRead(output);
            return NlpModel.Load(stream);
        }
        catch (ModelFormatException e)
        {
            throw new TrainingException($"{output} cannot be updated: {e.Message} Delete it to start afresh.");
        }
    }

    private static string Names() => string.Join(", ", Components.All.Select(part => part.Name));
}
