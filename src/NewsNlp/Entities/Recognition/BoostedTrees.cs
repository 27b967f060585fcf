using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    /// <summary>How many cases go down a tree before the next tree: its nodes are then near.</summary>
    private const int Together = 32;

    /// <summary>In the file: the node is a leaf.</summary>
    internal const int Leaf = byte.MaxValue;

    private readonly int _start;
    private readonly double _quantum;
    private readonly int[] _roots;
    private readonly int[] _depths;
    private readonly Node[] _nodes;
    private readonly int[] _values;
    private readonly int _numbers;

    private BoostedTrees(SectionReader reader, int numbers)
    {
        _numbers = numbers;
        _start = reader.Int32();
        _quantum = reader.Double();
        _roots = new int[reader.Count(4, "trees")];
        for (int tree = 0; tree < _roots.Length; tree++) _roots[tree] = reader.Int32(0, MaxNodes, "a tree's first node");
        _nodes = new Node[reader.Int32(1, MaxNodes, "the number of nodes")];
        _values = new int[_nodes.Length];
        for (int i = 0; i < _nodes.Length; i++) _nodes[i] = Read(reader, i, _nodes.Length, numbers, out _values[i]);
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
        double probability = 0;
        Probabilities(numbers, numbers.Length, new Span<double>(ref probability));
        return probability;
    }

    /// <summary>The probabilities of "yes".</summary>
    /// <param name="numbers">The numbers of each case, one case after the other.</param>
    /// <param name="count">How many numbers a case has.</param>
    /// <param name="probabilities">Takes a probability for every case.</param>
    public void Probabilities(ReadOnlySpan<float> numbers, int count, Span<double> probabilities)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, _numbers);
        Span<int> sums = stackalloc int[Together];
        for (int first = 0; first < probabilities.Length; first += Together)
        {
            int cases = Math.Min(Together, probabilities.Length - first);
            sums.Fill(_start);
            for (int tree = 0; tree < _roots.Length; tree++) Add(tree, numbers[(first * count)..], count, sums[..cases]);
            for (int i = 0; i < cases; i++) probabilities[first + i] = PortableMath.Logistic(sums[i] * _quantum);
        }
    }

    /// <summary>Adds what a tree says of some cases, eight side by side: one waits for memory while the others go on.</summary>
    private void Add(int tree, ReadOnlySpan<float> numbers, int count, Span<int> sums)
    {
        // Always as many steps as the deepest leaf takes (leaves lead to themselves): no branch depends on the numbers. When the
        // trees were read, every node was seen to ask for one of the numbers and to lead to a node that is there.
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(_nodes);
        ref float cases = ref MemoryMarshal.GetReference(numbers[..(count * sums.Length)]);
        int root = _roots[tree], depth = _depths[tree], i = 0;
        for (; i + 8 <= sums.Length; i += 8)
        {
            ref float first = ref Unsafe.Add(ref cases, i * count);
            int at0 = root, at1 = root, at2 = root, at3 = root, at4 = root, at5 = root, at6 = root, at7 = root;
            for (int step = depth; step > 0; step--)
            {
                at0 = Unsafe.Add(ref nodes, at0).Next(ref first);
                at1 = Unsafe.Add(ref nodes, at1).Next(ref Unsafe.Add(ref first, count));
                at2 = Unsafe.Add(ref nodes, at2).Next(ref Unsafe.Add(ref first, 2 * count));
                at3 = Unsafe.Add(ref nodes, at3).Next(ref Unsafe.Add(ref first, 3 * count));
                at4 = Unsafe.Add(ref nodes, at4).Next(ref Unsafe.Add(ref first, 4 * count));
                at5 = Unsafe.Add(ref nodes, at5).Next(ref Unsafe.Add(ref first, 5 * count));
                at6 = Unsafe.Add(ref nodes, at6).Next(ref Unsafe.Add(ref first, 6 * count));
                at7 = Unsafe.Add(ref nodes, at7).Next(ref Unsafe.Add(ref first, 7 * count));
            }

            sums[i] += _values[at0];
            sums[i + 1] += _values[at1];
            sums[i + 2] += _values[at2];
            sums[i + 3] += _values[at3];
            sums[i + 4] += _values[at4];
            sums[i + 5] += _values[at5];
            sums[i + 6] += _values[at6];
            sums[i + 7] += _values[at7];
        }

        for (; i < sums.Length; i++)
        {
            int at = root;
            for (int step = depth; step > 0; step--) at = Unsafe.Add(ref nodes, at).Next(ref Unsafe.Add(ref cases, i * count));
            sums[i] += _values[at];
        }
    }

    // Children stand behind their parent, so that every way down ends.
    private static Node Read(SectionReader reader, int index, int count, int numbers, out int value)
    {
        byte number = reader.Byte();
        value = number == Leaf ? reader.Int32() : 0;
        if (number == Leaf) return new Node(0, float.PositiveInfinity, index);
        if (number >= numbers) throw reader.Damaged($"a node asks for number {number} of {numbers}");
        float threshold = BitConverter.Int32BitsToSingle(reader.Int32());
        return new Node(number, threshold, reader.Int32(index + 1, count - 2, "a node's child"));
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

    /// <summary>A question whose answers stand beside each other, or a leaf that leads to itself: eight bytes.</summary>
    private readonly struct Node(byte number, float threshold, int upTo)
    {
        private const int NumberBits = 8;

        private readonly float _threshold = threshold;
        private readonly int _next = upTo << NumberBits | number;

        /// <summary>The first answer.</summary>
        public int UpTo => _next >> NumberBits;

        /// <summary>The answer for a case.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Next(ref float numbers) => UpTo + (Unsafe.Add(ref numbers, (byte)_next) > _threshold ? 1 : 0);
    }
}
