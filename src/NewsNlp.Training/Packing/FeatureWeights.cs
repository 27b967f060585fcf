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

    public ReadOnlySpan<float> Row(int row) => weights.AsSpan(row * labelCount, labelCount);
}
