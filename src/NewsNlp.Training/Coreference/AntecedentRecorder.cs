using NewsNlp.Coreference.Antecedents;
using NewsNlp.Coreference.Reading;

namespace NewsNlp.Training.Coreference;

/// <summary>Writes down what is put before a judge, and has another one decide.</summary>
/// <param name="gold">What the text's expressions mean.</param>
/// <param name="inner">The judge that decides.</param>
internal sealed class AntecedentRecorder(GoldEntities gold, IAntecedentJudge inner) : IAntecedentJudge
{
    /// <summary>The pronouns so far, in the order of the text.</summary>
    public List<PronounExample> Examples { get; } = [];

    /// <inheritdoc/>
    public int Pick(ResolverScratch scratch, int pronoun, ReadOnlySpan<int> candidates, ReadOnlySpan<float> numbers)
    {
        int entity = EntityOf(scratch, pronoun);
        var right = new bool[candidates.Length];
        for (int i = 0; i < right.Length; i++) right[i] = entity >= 0 && EntityOf(scratch, candidates[i]) == entity;
        int pick = inner.Pick(scratch, pronoun, candidates, numbers);
        Examples.Add(new PronounExample(numbers.ToArray(), right, scratch.Mentions[pronoun].Gender, entity >= 0, pick));
        return pick;
    }

    // A name may be marked with its titles or without them.
    private int EntityOf(ResolverScratch scratch, int index)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        int entity = gold.Of(scratch.Article.Span(mention.Start, mention.End));
        return entity >= 0 || mention.CoreEnd <= mention.Core ? entity : gold.Of(scratch.Article.Span(mention.Core, mention.CoreEnd));
    }
}
