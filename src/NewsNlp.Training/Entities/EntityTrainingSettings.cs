using System.Text.Json;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Entities;

/// <summary>How to train the entity recognizer.</summary>
/// <param name="Options">How to train each chain.</param>
/// <param name="Passes">One or two.</param>
/// <param name="Folds">Into how many parts the articles are cut to label them for the second pass.</param>
/// <param name="Seeds">How many chains are trained, with seeds one apart, and averaged.</param>
internal sealed record EntityTrainingSettings(TrainingOptions Options, int Passes = 2, int Folds = 5, int Seeds = 3)
{
    /// <summary>Reads the settings of the component; what it does not name keeps its default.</summary>
    public static EntityTrainingSettings Read(JsonElement settings)
    {
        var read = new EntityTrainingSettings(TrainingConfiguration.Options(settings));
        return settings.ValueKind != JsonValueKind.Object
            ? read
            : read with
            {
                Passes = Number(settings, "passes", read.Passes),
                Folds = Number(settings, "folds", read.Folds),
                Seeds = Number(settings, "seeds", read.Seeds),
            };
    }

    private static int Number(JsonElement settings, string name, int otherwise) =>
        settings.TryGetProperty(name, out var value) ? value.GetInt32() : otherwise;
}
