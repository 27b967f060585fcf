using NewsNlp.Models;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Quotations;

/// <summary>
/// Logistic regression towards targets between 0 and 1, which the common trainer, made for classes, does not take.
/// AdaGrad, seeded.
/// </summary>
internal sealed class SoftLogistic
{
    private const int Epochs = 6, MinimumCount = 3;
    private const float LearningRate = 0.05f, L2 = 1e-3f, InitialAccumulator = 1e-2f;

    private readonly uint[] _hashes;
    private readonly float[] _weights;

    private SoftLogistic(uint[] hashes, float[] weights) => (_hashes, _weights) = (hashes, weights);

    /// <summary>Trains on examples, each with its features and its target.</summary>
    public static SoftLogistic Train(IReadOnlyList<(uint[] Features, float Target)> examples)
    {
        var index = new FeatureIndex(examples.SelectMany(example => example.Features).ToArray(), MinimumCount);
        var starts = new int[examples.Count + 1];
        for (var i = 0; i < examples.Count; i++)
        {
            starts[i + 1] = starts[i] + examples[i].Features.Length;
        }

        float[] weights = new float[index.Count], squares = new float[index.Count];
        Array.Fill(squares, InitialAccumulator);
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        var random = new SplitMix(13);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var numbers = index.Numbers.AsSpan(starts[i], starts[i + 1] - starts[i]);
                float score = 0;
                foreach (var number in numbers)
                {
                    score += number >= 0 ? weights[number] : 0;
                }

                var gradient = (float)PortableMath.Logistic(score) - examples[i].Target;
                foreach (var number in numbers)
                {
                    if (number >= 0)
                    {
                        var slope = gradient + (L2 * weights[number]);
                        squares[number] += slope * slope;
                        weights[number] -= LearningRate * slope / MathF.Sqrt(squares[number]);
                    }
                }
            }
        }

        return new SoftLogistic(index.Hashes, weights);
    }

    /// <summary>The model, ready to be written.</summary>
    public TrainedClassifier ToClassifier(float prune) => new(new FeatureWeights(_hashes, _weights, 1), [0], prune);
}
