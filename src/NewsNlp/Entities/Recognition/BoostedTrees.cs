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

    /// <summary>The most questions on the way to a leaf.</summary>
    public const int MaxDepth = 32;

    /// <summary>In the file: the node is a leaf.</summary>
    internal const int Leaf = byte.MaxValue;

    private readonly int _start;
    private readonly double _quantum;
    private readonly int[] _roots;
    private readonly int[] _depths;
    private readonly Node[] _nodes;

    private BoostedTrees(SectionReader reader, int numbers)
    {
        _start = reader.Int32();
        _quantum = reader.Double();
        _roots = new int[reader.Count(4, "trees")];
        for (int tree = 0; tree < _roots.Length; tree++) _roots[tree] = reader.Int32(0, MaxNodes, "a tree's first node");
        _nodes = new Node[reader.Int32(1, MaxNodes, "the number of nodes")];
        for (int i = 0; i < _nodes.Length; i++) _nodes[i] = Read(reader, i, _nodes.Length, numbers);
        int[] depths = Depths(reader);
        _depths = new int[_roots.Length];
        for (int tree = 0; tree < _roots.Length; tree++)
        {
            if (_roots[tree] >= _nodes.Length) throw reader.Damaged("a tree starts behind the last node");
            _depths[tree] = depths[_roots[tree]];
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
        for (int tree = 0; tree < _roots.Length; tree++)
        {
            // Always as many steps as the deepest leaf takes (leaves lead to themselves): no branch depends on the numbers.
            int at = _roots[tree];
            for (int step = _depths[tree]; step > 0; step--)
            {
                ref readonly var node = ref nodes[at];
                at = node.UpTo + (numbers[node.Number] > node.Threshold ? 1 : 0);
            }

            sum += nodes[at].Value;
        }

        return PortableMath.Logistic(sum * _quantum);
    }

    // Children stand behind their parent, so that every way down ends.
    private static Node Read(SectionReader reader, int index, int count, int numbers)
    {
        byte number = reader.Byte();
        if (number == Leaf) return new Node(0, float.PositiveInfinity, index, reader.Int32());
        if (number >= numbers) throw reader.Damaged($"a node asks for number {number} of {numbers}");
        float threshold = BitConverter.Int32BitsToSingle(reader.Int32());
        return new Node(number, threshold, reader.Int32(index + 1, count - 2, "a node's child"), 0);
    }

    /// <summary>How many questions there are at most from each node to a leaf; children first, as they stand behind.</summary>
    private int[] Depths(SectionReader reader)
    {
        var depths = new int[_nodes.Length];
        for (int i = depths.Length - 1; i >= 0; i--)
        {
            if (_nodes[i].UpTo == i) continue;
            depths[i] = 1 + Math.Max(depths[_nodes[i].UpTo], depths[_nodes[i].UpTo + 1]);
            if (depths[i] > MaxDepth) throw reader.Damaged($"a tree is deeper than {MaxDepth}");
        }

        return depths;
    }

    /// <summary>A question whose answers stand beside each other, or a leaf that leads to itself.</summary>
    private readonly record struct Node(byte Number, float Threshold, int UpTo, int Value);
}
