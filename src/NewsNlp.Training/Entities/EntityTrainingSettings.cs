using System.Text.Json;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Entities;

/// <summary>How to train the entity recognizer.</summary>
/// <param name="Options">How to train each chain.</param>
/// <param name="Trees">How to train the trees.</param>
/// <param name="Folds">Into how many parts the articles are cut to find candidates for the trees.</param>
/// <param name="Seeds">How many chains are trained, with seeds one apart, and averaged.</param>
/// <param name="FoldSeeds">The same for each of the chains that find candidates for the trees.</param>
/// <param name="Threshold">How probable a candidate must be to be chosen.</param>
internal sealed record EntityTrainingSettings(
    TrainingOptions Options, BoostedTreesOptions Trees, int Folds = 8, int Seeds = 3, int FoldSeeds = 1, double Threshold = 0.37)
{
    /// <summary>Reads the settings of the component; what it does not name keeps its default.</summary>
    public static EntityTrainingSettings Read(JsonElement settings)
    {
        var read = new EntityTrainingSettings(TrainingConfiguration.Options(settings), new BoostedTreesOptions());
        if (settings.ValueKind != JsonValueKind.Object) return read;
        return read with
        {
            Trees = read.Trees with
            {
                Trees = Number(settings, "trees", read.Trees.Trees),
                Leaves = Number(settings, "leaves", read.Trees.Leaves),
                Rate = settings.TryGetProperty("treeRate", out var rate) ? rate.GetDouble() : read.Trees.Rate,
            },
            Folds = Number(settings, "folds", read.Folds),
            Seeds = Number(settings, "seeds", read.Seeds),
            FoldSeeds = Number(settings, "foldSeeds", read.FoldSeeds),
            Threshold = settings.TryGetProperty("threshold", out var threshold) ? threshold.GetDouble() : read.Threshold,
        };
    }

    private static int Number(JsonElement settings, string name, int otherwise) =>
        settings.TryGetProperty(name, out var value) ? value.GetInt32() : otherwise;
}
