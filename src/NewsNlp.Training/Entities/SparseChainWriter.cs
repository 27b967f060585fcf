using NewsNlp.Entities.Recognition;
using NewsNlp.Models;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Entities;

/// <summary>
/// Quantizes trained chains, averaged where there are several (of the same corpus, from different seeds), and writes them as the
/// library's <see cref="SparseChain"/>.
/// </summary>
internal static class SparseChainWriter
{
    private const int LargestCode = 127;

    private const int LeastDense = 12;

    /// <summary>Writes a chain without the weights below <paramref name="prune"/>.</summary>
    public static void Write(SectionWriter writer, IReadOnlyList<TrainedChain> chains, float prune)
    {
        int labels = chains[0].Weights.LabelCount;
        var rows = Rows(chains, prune);
        float largest = rows.Count == 0 ? 1 : rows.Max(row => row.Weights.Max(pair => Math.Abs(pair.Weight)));
        double quantum = largest / (double)(LargestCode * LargestCode);
        WriteTransitions(writer, chains, labels, quantum);
        WriteRows(writer, rows, labels, quantum);
    }

    private static List<(uint Hash, (int Label, float Weight)[] Weights)> Rows(IReadOnlyList<TrainedChain> chains, float prune)
    {
        var rows = new List<(uint Hash, (int Label, float Weight)[] Weights)>();
        int labels = chains[0].Weights.LabelCount;
        for (int row = 0; row < chains[0].Weights.Count; row++)
        {
            var kept = new List<(int, float)>();
            for (int label = 0; label < labels; label++)
            {
                float weight = 0;
                foreach (var chain in chains) weight += chain.Weights.Row(row)[label];
                weight /= chains.Count;
                if (Math.Abs(weight) >= prune) kept.Add((label, weight));
            }

            if (kept.Count > 0) rows.Add((chains[0].Weights.Hash(row), [.. kept]));
        }

        rows.Sort((a, b) => a.Hash.CompareTo(b.Hash));
        return rows;
    }

    // The library's chain with an empty table of its own: emissions come from the sparse rows.
    private static void WriteTransitions(SectionWriter writer, IReadOnlyList<TrainedChain> chains, int labels, double quantum)
    {
        writer.Int32(labels);
        writer.Double(quantum);
        writer.Int32(0);
        writer.Int32(1);
        writer.Int32(0);
        writer.Int32(0);
        writer.Zeros(WeightTable.Padding);
        for (int label = 0; label < labels; label++) writer.Int32(Score(labels, label));
        for (int label = 0; label < labels; label++) writer.Int32(Score(labels + 1, label));
        for (int previous = 0; previous < labels; previous++)
        {
            for (int label = 0; label < labels; label++) writer.Int32(Score(previous, label));
        }

        int Score(int row, int label) =>
            chains[0].Scores.Result(row, label) is null
                ? LinearChainModel.Illegal
                : WeightTableWriter.Quantize(chains.Average(chain => chain.Scores.Result(row, label)!.Value), quantum);
    }

    private static void WriteRows(
        SectionWriter writer, List<(uint Hash, (int Label, float Weight)[] Weights)> rows, int labels, double quantum)
    {
        uint buckets = (uint)Math.Max(1, rows.Count / SparseWeightTable.RowsPerBucket);
        writer.Int32(labels);
        writer.Int32(rows.Count);
        writer.Int32((int)buckets);
        int next = 0, offset = 0;
        for (uint bucket = 0; bucket <= buckets; bucket++)
        {
            for (; next < rows.Count && SparseWeightTable.BucketOf(rows[next].Hash, buckets) < bucket; next++)
                offset += SparseWeightTable.RowLength(Count(rows[next].Weights), labels);
            writer.Int32(offset);
        }

        writer.Int32(offset);
        foreach (var (hash, weights) in rows)
        {
            writer.UInt16((ushort)hash);
            writer.Byte((byte)Count(weights));
            if (Count(weights) == SparseWeightTable.Dense) WriteDense(writer, weights, labels, quantum);
            else WritePairs(writer, weights, quantum);
        }
    }

    private static void WritePairs(SectionWriter writer, (int Label, float Weight)[] weights, double quantum)
    {
        foreach (var (label, weight) in weights)
        {
            writer.Byte((byte)label);
            writer.Byte((byte)Code(weight, quantum));
        }
    }

    private static void WriteDense(SectionWriter writer, (int Label, float Weight)[] weights, int labels, double quantum)
    {
        var codes = new byte[labels];
        foreach (var (label, weight) in weights) codes[label] = (byte)Code(weight, quantum);
        writer.Bytes(codes);
    }

    /// <summary>The count that the file names; rows with many weights are written in full, which is faster to add.</summary>
    private static int Count((int Label, float Weight)[] weights) => weights.Length >= LeastDense ? SparseWeightTable.Dense : weights.Length;

    // The code whose signed square is nearest.
    private static sbyte Code(float weight, double quantum)
    {
        double target = Math.Abs(weight) / quantum;
        int code = (int)Math.Min(LargestCode, Math.Sqrt(target));
        if (code < LargestCode && (code + 1.0) * (code + 1) - target < target - code * (double)code) code++;
        return (sbyte)(weight < 0 ? -code : code);
    }
}
