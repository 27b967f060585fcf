using NewsNlp.Sentences;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Sentences;

/// <summary>
/// Writes the library's <see cref="BoundaryClassifier"/>. Where a bucket is full, or two features look the same, the larger
/// weight stays.
/// </summary>
internal static class BoundaryClassifierWriter
{
    private const float LargestWeight = sbyte.MaxValue;

    public static void Write(SectionWriter writer, FeatureWeights weights, float bias)
    {
        var order = Enumerable.Range(0, weights.Count).OrderByDescending(row => Math.Abs(weights.Row(row)[0])).ThenBy(row => row).ToList();
        var unit = order.Count == 0 ? 1 : Math.Max(1e-6f, Math.Abs(weights.Row(order[0])[0])) / LargestWeight;
        var buckets = new List<(byte Check, sbyte Weight)>[BoundaryClassifier.Buckets];
        foreach (var row in order)
        {
            var feature = weights.Hash(row);
            var weight = (sbyte)Math.Round(weights.Row(row)[0] / unit);
            var bucket = buckets[BoundaryClassifier.Bucket(feature)] ??= [];
            var check = BoundaryClassifier.Check(feature);
            if (weight != 0 && bucket.Count < BoundaryClassifier.BucketFeatures && bucket.TrueForAll(entry => entry.Check != check))
            {
                bucket.Add((check, weight));
            }
        }

        writer.Int32((int)Math.Round(bias / unit));
        foreach (var bucket in buckets)
        {
            for (var i = 0; i < BoundaryClassifier.BucketFeatures; i++)
            {
                writer.Byte(i < bucket?.Count ? bucket[i].Check : (byte)0);
            }

            for (var i = 0; i < BoundaryClassifier.BucketFeatures; i++)
            {
                writer.Byte(i < bucket?.Count ? (byte)bucket[i].Weight : (byte)0);
            }
        }
    }
}
