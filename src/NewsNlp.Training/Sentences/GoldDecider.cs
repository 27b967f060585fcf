using NewsNlp.Sentences;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Sentences;

/// <summary>Decides as the gold text says, and puts every decision into a corpus.</summary>
internal readonly struct GoldDecider(HashSet<int> ends, int[] tokenEnds, SequenceCorpus corpus, int copies) : IBoundaryDecider
{
    public Boundary Look(Gap gap) => Boundary.Perhaps;

    public bool IsBoundary(Gap gap, ReadOnlySpan<uint> features)
    {
        var boundary = ends.Contains(tokenEnds[gap.Token]);
        for (var copy = 0; copy < copies; copy++)
        {
            corpus.Add(features, boundary ? 1 : 0);
        }

        return boundary;
    }
}
