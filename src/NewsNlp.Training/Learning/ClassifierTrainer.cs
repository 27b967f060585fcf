using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsNlp.Models;

namespace NewsNlp.Training.Learning;

/// <summary>
/// Trains a linear classifier on the positions of a corpus, each on its own (sequences do not matter): logistic
/// regression for two labels (0 no, 1 yes), softmax regression for more. AdaGrad, feature dropout, averaging.
/// </summary>
internal static unsafe class ClassifierTrainer
{
    /// <summary>Trains; <paramref name="labelCount"/> 2 gives a binary classifier with one score.</summary>
    public static TrainedClassifier Train(
        SequenceCorpus corpus, int labelCount, TrainingOptions options, Action<EpochReport>? progress = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(labelCount, 2);
        int outputs = labelCount == 2 ? 1 : labelCount;
        var index = new FeatureIndex(corpus.AllFeatures, options.MinimumCount);
        using var rows = new TrainingRows(index.Count, outputs, options);
        // The bias is a row of its own, which dropout spares.
        using var bias = new TrainingRows(1, outputs, options with { L2 = 0 });
        var random = new SplitMix(options.Seed);
        int[] order = [.. Enumerable.Range(0, corpus.PositionCount)];
        var kept = new List<int>();
        float* scores = stackalloc float[WeightTable.MaxLabels + 1];
        float* constant = stackalloc float[WeightTable.MaxLabels + 1];
        uint threshold = (uint)(options.Dropout * 65536);
        var clock = Stopwatch.StartNew();

        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            foreach (int position in order)
            {
                kept.Clear();
                int first = corpus.FeatureStart(position), count = corpus.Features(position).Length;
                for (int i = first; i < first + count; i++)
                    if (index.Numbers[i] >= 0 && (threshold == 0 || (random.Next() & 0xFFFF) >= threshold)) kept.Add(index.Numbers[i]);
                var chosen = CollectionsMarshal.AsSpan(kept);
                rows.Sum(chosen, scores);
                bias.Sum([0], constant);
                for (int label = 0; label < outputs; label++) scores[label] += constant[label];
                loss += outputs == 1 ? Logistic(scores, corpus.Label(position)) : Softmax(scores, outputs, rows.Width, corpus.Label(position));
                float most = 0;
                for (int label = 0; label < outputs; label++) most = Math.Max(most, Math.Abs(scores[label]));
                if (most < options.GradientFloor) continue;
                rows.Update(chosen, scores);
                bias.Update([0], scores);
            }
            if (epoch >= (int)(options.AverageFrom * options.Epochs))
            {
                rows.AddToAverage();
                bias.AddToAverage();
            }
            progress?.Invoke(new EpochReport(epoch + 1, loss / Math.Max(1, corpus.PositionCount), null, clock.Elapsed));
        }
        float[] biases = [.. bias.Result([0], 1).Row(0)];
        return new TrainedClassifier(rows.Result(index.Hashes, 1 - options.Dropout), biases, options.Prune);
    }

    // Both turn scores into the gradient in place.
    private static double Logistic(float* scores, int gold)
    {
        float probability = (float)PortableMath.Logistic(scores[0]);
        scores[0] = probability - gold;
        return -Math.Log(Math.Max(1e-12, gold == 1 ? probability : 1 - probability));
    }

    private static double Softmax(float* scores, int outputs, int width, int gold)
    {
        float top = scores[0];
        for (int label = 1; label < outputs; label++) top = Math.Max(top, scores[label]);
        for (int label = 0; label < width; label++) scores[label] = label < outputs ? scores[label] - top : -1e9f;
        for (int label = 0; label < width; label += 8) PortableMath.Exp(Vector256.Load(scores + label)).Store(scores + label);
        VectorMath.Scale(scores, 1 / VectorMath.Sum(scores, width), width);
        double loss = -Math.Log(Math.Max(1e-12, scores[gold]));
        scores[gold] -= 1;
        return loss;
    }
}
