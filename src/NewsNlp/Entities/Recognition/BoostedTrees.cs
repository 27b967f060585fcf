using NewsNlp.Models;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// A binary classifier over numbers: the sum of many small decision trees (Friedman 2001, "Greedy function approximation: a
/// gradient boosting machine"). Leaves hold integers, so that sums are the same on every processor.
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class BoostedTrees
{
    /// <summary>The most nodes that all trees may have together.</summary>
    public const int MaxNodes = 1 << 18;

    /// <summary>In the file: the node is a leaf.</summary>
    internal const int Leaf = byte.MaxValue;

    private readonly int _start;
    private readonly double _quantum;
    private readonly int[] _roots;
    private readonly Node[] _nodes;

    private BoostedTrees(SectionReader reader, int numbers)
    {
        _start = reader.Int32();
        _quantum = reader.Double();
        _roots = new int[reader.Count(4, "trees")];
        for (int tree = 0; tree < _roots.Length; tree++) _roots[tree] = reader.Int32(0, MaxNodes, "a tree's first node");
        _nodes = new Node[reader.Int32(1, MaxNodes, "the number of nodes")];
        for (int i = 0; i < _nodes.Length; i++) _nodes[i] = Read(reader, i, _nodes.Length, numbers);
        foreach (int root in _roots)
        {
            if (root >= _nodes.Length) throw reader.Damaged("a tree starts behind the last node");
        }
    }

    /// <summary>Reads trees over <paramref name="numbers"/> numbers; the reader stands behind them when this returns.</summary>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    public static BoostedTrees Read(SectionReader reader, int numbers) => new(reader, numbers);

    /// <summary>The probability of "yes".</summary>
    public double Probability(ReadOnlySpan<float> numbers)
    {
        int sum = _start;
        var nodes = _nodes;
        foreach (int root in _roots)
        {
            int at = root;
            while (nodes[at].Number != Leaf)
            {
                ref readonly var node = ref nodes[at];
                at = numbers[node.Number] > node.Threshold ? node.Above : node.UpTo;
            }

            sum += nodes[at].UpTo;
        }

        return PortableMath.Logistic(sum * _quantum);
    }

    // Children stand behind their parent, so that every way down ends.
    private static Node Read(SectionReader reader, int index, int count, int numbers)
    {
        byte number = reader.Byte();
        if (number == Leaf) return new Node(number, 0, reader.Int32(), 0);
        if (number >= numbers) throw reader.Damaged($"a node asks for number {number} of {numbers}");
        float threshold = BitConverter.Int32BitsToSingle(reader.Int32());
        int upTo = reader.Int32(index + 1, count - 1, "a node's child"), above = reader.Int32(index + 1, count - 1, "a node's child");
        return new Node(number, threshold, upTo, above);
    }

    /// <summary>A question, or a leaf with its value in <paramref name="UpTo"/>.</summary>
    private readonly record struct Node(byte Number, float Threshold, int UpTo, int Above);
}
