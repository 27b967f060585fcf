using System.Runtime.InteropServices;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Reading;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Quotations;

/// <summary>
/// Trains the reranker on lists of attributions from content models that have not seen the article: softmax over a list
/// against a target that prefers the attributions most like gold. AdaGrad, seeded.
/// </summary>
internal sealed class RerankerTraining
{
    private const float InitialAccumulator = 1e-2f;

    private readonly List<uint> _features = [];
    private readonly List<int> _starts = [0];
    private readonly List<float> _scores = [];
    private readonly List<float> _rewards = [];
    private readonly List<int> _lists = [0];
    private readonly List<int> _folds = [];

    public int Epochs { get; init; } = 10;

    public int MinimumCount { get; init; } = 4;

    public float LearningRate { get; init; } = 0.02f;

    public float L2 { get; init; } = 1e-3f;

    /// <summary>How much an attribution that is less like gold than the best of its list loses as a target.</summary>
    public float Sharpness { get; init; } = 16;

    /// <summary>Weights are averaged over the epochs from this one on.</summary>
    public int AverageFrom { get; init; } = 5;

    /// <summary>Adds the lists of an article's gold cues, as of a fold.</summary>
    public void Add(QuoteExample example, ContentTagger tagger, int fold)
    {
        Span<uint> buffer = stackalloc uint[AttributionFeatures.MaxCount];
        var likely = CollectionsMarshal.AsSpan(example.LikelyCues);
        foreach (var gold in example.Gold)
        {
            if (!ContentTraining.IsUsable(example, gold))
            {
                continue;
            }

            var cue = new Cue(gold.Cue!.Value.First, gold.Cue.Value.End, 1);
            var best = tagger.FindAll(example.Article, example.Quotations, cue, likely);
            var extractor = new AttributionFeatures(example.Article, example.Quotations, example.Roles, cue, tagger.InsideWindow(likely));
            for (var k = 0; k < best.Length; k++)
            {
                var list = new FeatureList(buffer);
                extractor.Extract(best[k], k, ref list);
                foreach (var feature in list.Features)
                {
                    _features.Add(feature);
                }

                _starts.Add(_features.Count);
                _scores.Add((float)best[k].RelativeScore);
                _rewards.Add(Reward(best[k], gold));
            }

            _lists.Add(_rewards.Count);
            _folds.Add(fold);
        }
    }

    /// <summary>
    /// Trains on all lists added but those of a fold (-1 for none), and writes what <see cref="ContentReranker"/> reads.
    /// </summary>
    public void Train(SectionWriter writer, float prune, int without = -1)
    {
        var index = new FeatureIndex(CollectionsMarshal.AsSpan(_features), MinimumCount);
        float[] weights = new float[index.Count], squares = new float[index.Count];
        Array.Fill(squares, InitialAccumulator);
        var sums = new float[index.Count];
        float chain = 1, chainSquares = InitialAccumulator, chainSum = 0;
        var random = new SplitMix(11);
        int[] order = [.. Enumerable.Range(0, _lists.Count - 1).Where(list => _folds[list] != without)];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var list in order)
            {
                Learn(list, index, weights, squares, ref chain, ref chainSquares);
            }

            if (epoch >= AverageFrom)
            {
                chainSum += chain;
                for (var i = 0; i < weights.Length; i++)
                {
                    sums[i] += weights[i];
                }
            }
        }

        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] /= Epochs - AverageFrom;
        }

        writer.Int32((int)Math.Round(chainSum / (Epochs - AverageFrom) * ContentReranker.WeightScale));

        new TrainedClassifier(new FeatureWeights(index.Hashes, sums, 1), [0], prune).Write(writer);
    }

    private void Learn(
        int list, FeatureIndex index, float[] weights, float[] squares, ref float chain, ref float chainSquares)
    {
        int first = _lists[list], count = _lists[list + 1] - first;
        Span<float> scores = stackalloc float[count], targets = stackalloc float[count];
        float top = float.MinValue, best = 0;
        for (var k = 0; k < count; k++)
        {
            scores[k] = chain * _scores[first + k];
            for (var f = _starts[first + k]; f < _starts[first + k + 1]; f++)
            {
                scores[k] += index.Numbers[f] >= 0 ? weights[index.Numbers[f]] : 0;
            }

            top = Math.Max(top, scores[k]);
            best = Math.Max(best, _rewards[first + k]);
        }

        float sum = 0, targetSum = 0;
        for (var k = 0; k < count; k++)
        {
            scores[k] = MathF.Exp(scores[k] - top);
            targets[k] = MathF.Exp(Sharpness * (_rewards[first + k] - best));
            sum += scores[k];
            targetSum += targets[k];
        }

        for (var k = 0; k < count; k++)
        {
            var gradient = (scores[k] / sum) - (targets[k] / targetSum);
            if (Math.Abs(gradient) < 1e-3f)
            {
                continue;
            }

            var step = gradient * _scores[first + k];
            chainSquares += step * step;
            chain -= 0.05f * step / MathF.Sqrt(chainSquares);
            for (var f = _starts[first + k]; f < _starts[first + k + 1]; f++)
            {
                var number = index.Numbers[f];
                if (number >= 0)
                {
                    var slope = gradient + (L2 * weights[number]);
                    squares[number] += slope * slope;
                    weights[number] -= LearningRate * slope / MathF.Sqrt(squares[number]);
                }
            }
        }
    }

    private static float Reward(Attribution attribution, GoldRanges gold)
    {
        var hits = attribution.Content.Count(gold.Content.Contains);
        var content = attribution.Content.Count + gold.Content.Count == 0
            ? 1 : 2f * hits / (attribution.Content.Count + gold.Content.Count);
        return content + (attribution.Source.SequenceEqual(gold.Source) ? 0.7f : 0);
    }
}
