using NewsNlp.Coreference.Reading;
using NewsNlp.Lexicons;
using NewsNlp.Models;

namespace NewsNlp.Coreference.Antecedents;

/// <summary>
/// Picks the antecedents of pronouns by boosted trees, which say of each candidate how likely it is the right one, as it
/// compares with the others; without a clear winner the most salient one stays. Immutable, safe for many threads.
/// </summary>
internal sealed class AntecedentModel : IAntecedentJudge
{
    // The logarithm of the odds that the trees must see more in a candidate than in the most salient one. Their texts are of many
    // kinds, news the least, and salience knows news: without a margin they are better on theirs and worse on articles. Whom "he"
    // means it knows still better than what "it" does.
    private const double Margin = 1;
    private const double HeOrSheMargin = 3;

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

        var salient = AntecedentNumbers.MostSalient(numbers);
        var margin = scratch.Mentions[pronoun].Gender is Gender.Male or Gender.Female ? HeOrSheMargin : Margin;
        return scores[best] - scores[salient] >= margin ? best : salient;
    }
}
