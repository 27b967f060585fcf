using NewsNlp.Models;

namespace NewsNlp.Training.Packing;

/// <summary>Quantizes trained weights and writes them as the library's weight table, classifier or chain.</summary>
internal static class WeightTableWriter
{
    /// <summary>
    /// Writes a table, without the weights below <paramref name="prune"/> and the rows that are left without any.
    /// Other scores of the model (transitions, biases) must be written in units of the quantum that this returns.
    /// </summary>
    public static double Write(SectionWriter writer, FeatureWeights weights, float prune)
    {
        int labels = weights.LabelCount;
        if (labels is < 1 or > WeightTable.MaxLabels) throw new ArgumentException($"{labels} labels.", nameof(weights));
        float largest = 0;
        var kept = new List<int>();
        for (int row = 0; row < weights.Count; row++)
        {
            float most = 0;
            foreach (float weight in weights.Row(row)) most = Math.Max(most, Math.Abs(weight));
            if (most == 0 || most < prune) continue;
            kept.Add(row);
            largest = Math.Max(largest, most);
        }
        double quantum = largest == 0 ? 1.0 / 1024 : largest / (127.0 * 255.0);

        kept.Sort((a, b) => weights.Hash(a).CompareTo(weights.Hash(b)));
        writer.Int32(labels);
        writer.Double(quantum);
        writer.Int32(kept.Count);
        HashIndexWriter.Write(writer, [.. kept.Select(weights.Hash)]);
        foreach (int row in kept) WriteRow(writer, weights.Row(row), quantum, prune);
        writer.Zeros(WeightTable.Padding);
        return quantum;
    }

    /// <summary>A score in units of the quantum, within what a chain's transitions may hold.</summary>
    public static int Quantize(float score, double quantum) =>
        (int)Math.Clamp(Math.Round(score / quantum), -LinearChainModel.MaxTransition, LinearChainModel.MaxTransition);

    private static void WriteRow(SectionWriter writer, ReadOnlySpan<float> row, double quantum, float prune)
    {
        float most = 0;
        foreach (float weight in row) most = Math.Max(most, Math.Abs(weight));
        int multiplier = (int)Math.Clamp(Math.Ceiling(most / (127 * quantum) - 1e-6), 1, 255);
        writer.Byte((byte)multiplier);
        foreach (float weight in row)
        {
            double kept = Math.Abs(weight) < prune ? 0 : weight;
            writer.Byte((byte)(sbyte)Math.Clamp(Math.Round(kept / (multiplier * quantum)), -127, 127));
        }
    }
}
