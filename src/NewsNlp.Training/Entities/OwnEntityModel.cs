namespace NewsNlp.Training.Entities;

/// <summary>A model whose entity recognizer was trained on a user's own labels.</summary>
/// <param name="File">The model file.</param>
/// <param name="Articles">How many articles it was trained on.</param>
/// <param name="Mentions">How many mentions stand in them.</param>
/// <param name="Lost">How many of these could not be learned: across sentences, overlapping, inside a token.</param>
/// <param name="Labels">The labels, in ordinal order.</param>
/// <param name="Score">How well it does on the development articles; null where there are none.</param>
internal sealed record OwnEntityModel(
    byte[] File, int Articles, int Mentions, int Lost, IReadOnlyList<string> Labels, EntityScore? Score);
