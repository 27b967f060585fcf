using NewsNlp.Models;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training;

/// <summary>What training a part gives.</summary>
/// <param name="Sections">The sections to write.</param>
/// <param name="Labels">The labels that the part gives.</param>
/// <param name="Scores">How well it did on development sets.</param>
internal sealed record TrainedComponent(
    IReadOnlyList<ModelFileWriter.Section> Sections, IReadOnlyList<string> Labels, IReadOnlyList<ModelScore> Scores);
