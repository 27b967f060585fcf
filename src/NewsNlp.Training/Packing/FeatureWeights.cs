namespace NewsNlp.Training.Packing;

/// <summary>Trained weights: a row of one weight a label for every feature.</summary>
/// <param name="hashes">The features' hashes, all different.</param>
/// <param name="weights">The rows, one after the other.</param>
/// <param name="labelCount">The length of a row.</param>
internal sealed class FeatureWeights(uint[] hashes, float[] weights, int labelCount)
{
    public int LabelCount => labelCount;

    public int Count => hashes.Length;

    public uint Hash(int row) => hashes[row];

    /// <summary>Moves every weight a share of the way to that of the same features trained otherwise.</summary>
    public void MoveTowards(FeatureWeights other, float share)
    {
        if (other.Count != Count || other.LabelCount != LabelCount) throw new ArgumentException("The features are not the same.", nameof(other));
        var target = other.Row(0, Count);
        for (int i = 0; i < weights.Length; i++) weights[i] += share * (target[i] - weights[i]);
    }

    private ReadOnlySpan<float> Row(int first, int count) => weights.AsSpan(first * labelCount, count * labelCount);

    public ReadOnlySpan<float> Row(int row) => weights.AsSpan(row * labelCount, labelCount);
}
