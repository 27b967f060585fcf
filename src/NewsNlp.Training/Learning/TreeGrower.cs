namespace NewsNlp.Training.Learning;

/// <summary>
/// Grows one tree to the gradient of the loss, leaf by leaf, always where it helps most (Friedman 2001; gains with second
/// derivatives as by Chen and Guestrin 2016, section 2.2).
/// </summary>
internal sealed class TreeGrower(BinnedNumbers numbers, BoostedTreesOptions options, double[] gradients, double[] curvatures)
{
    private const double LeastGain = 1e-3;

    private readonly double[] _gradientSums = new double[BinnedNumbers.MaxBins];
    private readonly double[] _curvatureSums = new double[BinnedNumbers.MaxBins];
    private readonly int[] _counts = new int[BinnedNumbers.MaxBins];

    /// <summary>Grows a tree on some examples that asks for some numbers only.</summary>
    public DecisionTree Grow(int[] examples, int[] allowed)
    {
        var nodes = new List<TreeNode>();
        var leaves = new List<OpenLeaf> { Open(nodes, examples, allowed) };
        while (leaves.Count < options.Leaves && leaves.MaxBy(leaf => leaf.Gain) is { Gain: > LeastGain } best)
        {
            leaves.Remove(best);
            byte[] bins = numbers.Bins(best.Number);
            int upTo = nodes.Count;
            leaves.Add(Open(nodes, [.. best.Examples.Where(i => bins[i] <= best.Bin)], allowed));
            int above = nodes.Count;
            leaves.Add(Open(nodes, [.. best.Examples.Where(i => bins[i] > best.Bin)], allowed));
            nodes[best.Node] = new TreeNode(best.Number, best.Bin, numbers.Thresholds(best.Number)[best.Bin], upTo, above, 0);
        }

        return new DecisionTree(nodes);
    }

    private OpenLeaf Open(List<TreeNode> nodes, int[] examples, int[] allowed)
    {
        double gradient = 0, curvature = 0;
        foreach (int i in examples)
        {
            gradient += gradients[i];
            curvature += curvatures[i];
        }

        nodes.Add(new TreeNode(-1, 0, 0, 0, 0, -options.Rate * gradient / (curvature + options.L2)));
        var leaf = new OpenLeaf(nodes.Count - 1, examples, 0, -1, 0);
        foreach (int number in allowed)
        {
            var (gain, bin) = BestBin(examples, number, gradient, curvature);
            if (gain > leaf.Gain) leaf = leaf with { Gain = gain, Number = number, Bin = bin };
        }

        return leaf;
    }

    private (double Gain, int Bin) BestBin(int[] examples, int number, double gradient, double curvature)
    {
        byte[] bins = numbers.Bins(number);
        int thresholds = numbers.Thresholds(number).Length;
        Array.Clear(_gradientSums, 0, thresholds + 1);
        Array.Clear(_curvatureSums, 0, thresholds + 1);
        Array.Clear(_counts, 0, thresholds + 1);
        foreach (int i in examples)
        {
            int bin = bins[i];
            _gradientSums[bin] += gradients[i];
            _curvatureSums[bin] += curvatures[i];
            _counts[bin]++;
        }

        var best = (Gain: 0.0, Bin: -1);
        double low = 0, lowCurvature = 0;
        int count = 0;
        for (int bin = 0; bin < thresholds; bin++)
        {
            low += _gradientSums[bin];
            lowCurvature += _curvatureSums[bin];
            count += _counts[bin];
            if (count < options.LeastExamples) continue;
            if (examples.Length - count < options.LeastExamples) break;
            double gain = Score(low, lowCurvature) + Score(gradient - low, curvature - lowCurvature) - Score(gradient, curvature);
            if (gain > best.Gain) best = (gain, bin);
        }

        return best;
    }

    private double Score(double gradient, double curvature) => gradient * gradient / (curvature + options.L2);

    private sealed record OpenLeaf(int Node, int[] Examples, double Gain, int Number, int Bin);
}
