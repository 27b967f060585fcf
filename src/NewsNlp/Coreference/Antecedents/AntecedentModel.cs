using NewsNlp.Coreference.Reading;
using NewsNlp.Models;

namespace NewsNlp.Coreference.Antecedents;

/// <summary>
/// Picks the antecedents of pronouns by boosted trees, which say of each candidate how likely it is the right one, as it
/// compares with the others. Immutable, safe for many threads.
/// </summary>
internal sealed class AntecedentModel : IAntecedentJudge
{
    private readonly BoostedTrees _trees;
    private AntecedentModel(BoostedTrees trees) => _trees = trees;

    /// <summary>Reads a model; the reader stands behind it when this returns.</summary>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    public static AntecedentModel Read(SectionReader reader) => new(BoostedTrees.Read(reader, AntecedentNumbers.Count));

    /// <inheritdoc/>
    public int Pick(ResolverScratch scratch, int pronoun, ReadOnlySpan<int> candidates, ReadOnlySpan<float> numbers)
    {
        Span<double> scores = stackalloc double[AntecedentNumbers.MostCandidates];
        scores = scores[..candidates.Length];
        _trees.Scores(numbers, AntecedentNumbers.Count, scores);
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }
}
