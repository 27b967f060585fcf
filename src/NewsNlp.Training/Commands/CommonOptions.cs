using System.CommandLine;

namespace NewsNlp.Training.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public const string EmbeddedModel = "src/NewsNlp/Models/english.nnlp";

    public static Option<string> Data() =>
        new("--data") { Description = "The folder of the training data.", DefaultValueFactory = _ => "../shared/data" };

    public static Option<string> Configuration() =>
        new("--config") { Description = "The training configuration.", DefaultValueFactory = _ => "src/NewsNlp.Training/training.json" };

    public static Option<string> Profile() =>
        new("--profile")
        {
            Description = "default: all data that helps; permissive: only data whose licence allows commercial use; or another profile of the configuration.",
            DefaultValueFactory = _ => TrainingConfiguration.DefaultProfile,
        };
}
