using NewsNlp.Coreference.Antecedents;
using NewsNlp.Coreference.Reading;

namespace NewsNlp.Training.Coreference;

/// <summary>Decides as the resolver does that has no model: for the most salient candidate.</summary>
internal sealed class SalienceJudge : IAntecedentJudge
{
    public int Pick(ResolverScratch scratch, int pronoun, ReadOnlySpan<int> candidates, ReadOnlySpan<float> numbers)
    {
        int best = 0;
        for (int i = 1; i < candidates.Length; i++)
            if (numbers[(i * AntecedentNumbers.Count) + AntecedentNumbers.Salience] > numbers[(best * AntecedentNumbers.Count) + AntecedentNumbers.Salience]) best = i;
        return best;
    }
}
