using NewsNlp.Models;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Packing;

/// <summary>Writes trained trees as the library's <see cref="BoostedTrees"/>.</summary>
internal static class BoostedTreesWriter
{
    /// <summary>Scores are kept in units of this.</summary>
    private const double Quantum = 1.0 / (1 << 16);

    public static void Write(SectionWriter writer, TrainedTrees trained)
    {
        writer.Int32(Quantize(trained.Start));
        writer.Double(Quantum);
        writer.Int32(trained.Trees.Count);
        int nodes = 0;
        foreach (var tree in trained.Trees)
        {
            writer.Int32(nodes);
            nodes += tree.Nodes.Count;
        }

        if (nodes > BoostedTrees.MaxNodes) throw new TrainingException($"The trees have {nodes} nodes, more than {BoostedTrees.MaxNodes}.");
        writer.Int32(nodes);
        int first = 0;
        foreach (var tree in trained.Trees)
        {
            foreach (var node in tree.Nodes) Write(writer, node, first);
            first += tree.Nodes.Count;
        }
    }

    private static void Write(SectionWriter writer, TreeNode node, int first)
    {
        writer.Byte(node.IsLeaf ? (byte)BoostedTrees.Leaf : checked((byte)node.Number));
        if (node.IsLeaf)
        {
            writer.Int32(Quantize(node.Value));
            return;
        }

        // The library expects the answers of a question beside each other.
        if (node.Above != node.UpTo + 1) throw new ArgumentException("A question's answers do not stand beside each other.", nameof(node));
        writer.Int32(BitConverter.SingleToInt32Bits(node.Threshold));
        writer.Int32(first + node.UpTo);
    }

    private static int Quantize(double score) => (int)Math.Round(score / Quantum);
}
