using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Sentences;

/// <summary>The mean of classifiers trained on the same data with several seeds.</summary>
internal sealed class ClassifierAverage
{
    private readonly SortedDictionary<uint, float> _sums = [];
    private float _bias;
    private int _count;

    public float Bias => _bias / _count;

    public FeatureWeights Weights => new([.. _sums.Keys], [.. _sums.Values.Select(sum => sum / _count)], 1);

    public void Add(FeatureWeights weights, float bias)
    {
        for (var row = 0; row < weights.Count; row++)
        {
            var feature = weights.Hash(row);
            _sums[feature] = _sums.GetValueOrDefault(feature) + weights.Row(row)[0];
        }

        _bias += bias;
        _count++;
    }
}
