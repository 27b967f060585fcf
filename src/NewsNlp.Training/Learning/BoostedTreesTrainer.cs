using NewsNlp.Models;

namespace NewsNlp.Training.Learning;

/// <summary>Trained trees: the sum of what they say is the logarithm of the odds.</summary>
internal sealed record TrainedTrees(double Start, IReadOnlyList<DecisionTree> Trees);

/// <summary>
/// Trains boosted trees for a yes-or-no question: each tree is grown, on a part of the examples and of the numbers, to what
/// the trees before it leave wrong (Friedman 2002, "Stochastic gradient boosting").
/// </summary>
internal static class BoostedTreesTrainer
{
    public static TrainedTrees Train(ExampleTable examples, BoostedTreesOptions options)
    {
        int count = examples.Count;
        double yes = Enumerable.Range(0, count).Sum(examples.Answer);
        double start = Math.Log((yes + 1.0) / (count - yes + 1.0));
        var numbers = new BinnedNumbers(examples);
        var scores = new double[count];
        var gradients = new double[count];
        var curvatures = new double[count];
        Array.Fill(scores, start);
        var random = new SplitMix(options.Seed);
        var grower = new TreeGrower(numbers, options, gradients, curvatures);
        var trees = new List<DecisionTree>();
        while (trees.Count < options.Trees)
        {
            for (int i = 0; i < count; i++)
            {
                double probability = PortableMath.Logistic(scores[i]);
                gradients[i] = probability - examples.Answer(i);
                curvatures[i] = probability * (1 - probability);
            }

            var tree = grower.Grow(Sample(count, options.ExampleShare, random), Sample(examples.Numbers, options.NumberShare, random));
            for (int i = 0; i < count; i++) scores[i] += Value(tree, numbers, i);
            trees.Add(tree);
        }

        return new TrainedTrees(start, trees);
    }

    private static double Value(DecisionTree tree, BinnedNumbers numbers, int example)
    {
        var node = tree.Nodes[0];
        while (!node.IsLeaf) node = tree.Nodes[numbers.Bins(node.Number)[example] <= node.Bin ? node.UpTo : node.Above];
        return node.Value;
    }

    private static int[] Sample(int count, double share, SplitMix random)
    {
        const int Precision = 1 << 20;
        int most = (int)(share * Precision);
        return [.. Enumerable.Range(0, count).Where(_ => random.Below(Precision) < most)];
    }
}
