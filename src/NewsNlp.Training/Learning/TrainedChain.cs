using NewsNlp.Models;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Learning;

/// <summary>A trained chain, ready to be written into a model section.</summary>
internal sealed class TrainedChain(FeatureWeights weights, ChainScores scores, float prune)
{
    private int _chains = 1;

    public FeatureWeights Weights => weights;

    public ChainScores Scores => scores;

    /// <summary>
    /// Makes this chain the mean of itself and another one with the same features, which counts as one of those it is the mean of.
    /// </summary>
    public void Add(TrainedChain other)
    {
        _chains++;
        weights.MoveTowards(other.Weights, 1f / _chains);
        scores.AddToAverage(other.Scores);
    }

    /// <summary>Writes the chain as the library's <see cref="LinearChainModel"/> reads it.</summary>
    public void Write(SectionWriter writer)
    {
        double quantum = WeightTableWriter.Write(writer, weights, prune);
        int labels = scores.Labels;
        for (int label = 0; label < labels; label++) writer.Int32(Score(labels, label));
        for (int label = 0; label < labels; label++) writer.Int32(Score(labels + 1, label));
        for (int previous = 0; previous < labels; previous++)
            for (int label = 0; label < labels; label++) writer.Int32(Score(previous, label));

        int Score(int row, int label) =>
            scores.Result(row, label) is { } score ? WeightTableWriter.Quantize(score, quantum) : LinearChainModel.Illegal;
    }

    /// <summary>The chain as the library will use it.</summary>
    public LinearChainModel ToModel()
    {
        var writer = new SectionWriter();
        Write(writer);
        return LinearChainModel.Read(new SectionReader(ModelMemory.CopyOf(writer.ToArray()), "trained chain"));
    }
}
