using NewsNlp.Coreference.Reading;

namespace NewsNlp.Coreference.Antecedents;

/// <summary>Picks what a pronoun stands for. Training and inference put the same numbers before it.</summary>
internal interface IAntecedentJudge
{
    /// <summary>The place of the antecedent among the candidates; -1 where the pronoun stands for none of them.</summary>
    /// <param name="scratch">The mentions and entities so far.</param>
    /// <param name="pronoun">The pronoun's place among the mentions.</param>
    /// <param name="candidates">The places of the mentions that it may stand for, the nearest first; at least one.</param>
    /// <param name="numbers">What describes each candidate, <see cref="AntecedentNumbers.Count"/> numbers each.</param>
    int Pick(ResolverScratch scratch, int pronoun, ReadOnlySpan<int> candidates, ReadOnlySpan<float> numbers);
}
