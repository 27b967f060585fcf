using NewsNlp.Models;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Quotations;

/// <summary>
/// The mean of chains trained on the same corpus from different seeds, cut to the features that matter most: the mean
/// has less of what chance put into each.
/// </summary>
internal sealed class AveragedChain
{
    private readonly FeatureWeights _weights;
    private readonly IReadOnlyList<TrainedChain> _chains;

    private AveragedChain(FeatureWeights weights, IReadOnlyList<TrainedChain> chains) => (_weights, _chains) = (weights, chains);

    /// <summary>How many features have weights.</summary>
    public int FeatureCount => _weights.Count;

    /// <summary>Averages chains; of their features the <paramref name="most"/> with the most different weights are kept.</summary>
    public static AveragedChain Of(IReadOnlyList<TrainedChain> chains, int most)
    {
        var first = chains[0].Weights;
        int labels = first.LabelCount;
        var means = new float[first.Count * labels];
        var spreads = new double[first.Count];
        for (var row = 0; row < first.Count; row++)
        {
            var mean = means.AsSpan(row * labels, labels);
            foreach (var chain in chains)
            {
                var weights = chain.Weights.Row(row);
                for (var label = 0; label < labels; label++)
                {
                    mean[label] += weights[label] / chains.Count;
                }
            }

            spreads[row] = Spread(mean);
        }

        int[] kept = [.. Enumerable.Range(0, first.Count).OrderByDescending(row => spreads[row]).ThenBy(row => row).Take(most).Order()];
        uint[] hashes = [.. kept.Select(first.Hash)];
        float[] values = [.. kept.SelectMany(row => means[(row * labels)..((row + 1) * labels)])];
        return new AveragedChain(new FeatureWeights(hashes, values, labels), chains);
    }

    /// <summary>Writes the chain as the library's <see cref="LinearChainModel"/> reads it.</summary>
    public void Write(SectionWriter writer)
    {
        var quantum = WeightTableWriter.Write(writer, _weights, 0);
        int labels = _weights.LabelCount;
        for (var label = 0; label < labels; label++)
        {
            writer.Int32(Score(labels, label));
        }

        for (var label = 0; label < labels; label++)
        {
            writer.Int32(Score(labels + 1, label));
        }

        for (var previous = 0; previous < labels; previous++)
        {
            for (var label = 0; label < labels; label++)
            {
                writer.Int32(Score(previous, label));
            }
        }

        int Score(int row, int label) => _chains[0].Scores.Result(row, label) is null
            ? LinearChainModel.Illegal
            : WeightTableWriter.Quantize(_chains.Average(chain => chain.Scores.Result(row, label)!.Value), quantum);
    }

    /// <summary>The chain as the library will use it.</summary>
    public LinearChainModel ToModel()
    {
        var writer = new SectionWriter();
        Write(writer);
        return LinearChainModel.Read(new SectionReader(ModelMemory.CopyOf(writer.ToArray()), "averaged chain"));
    }

    // What a row says about labels against each other; a constant says nothing.
    private static double Spread(ReadOnlySpan<float> row)
    {
        double sum = 0, squares = 0;
        foreach (var weight in row)
        {
            sum += weight;
            squares += weight * weight;
        }

        return squares - (sum * sum / row.Length);
    }
}
