using NewsNlp.Coreference.Antecedents;
using NewsNlp.Coreference.Reading;

namespace NewsNlp.Training.Coreference;

/// <summary>Decides as the resolver does that has no model: for the most salient candidate.</summary>
internal sealed class SalienceJudge : IAntecedentJudge
{
    /// <inheritdoc/>
    public int Pick(ResolverScratch scratch, int pronoun, ReadOnlySpan<int> candidates, ReadOnlySpan<float> numbers) =>
        AntecedentNumbers.MostSalient(numbers);
}
