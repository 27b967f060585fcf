using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Models;

/// <summary>
/// A binary classifier over numbers: the sum of many small decision trees (Friedman 2001, "Greedy function approximation: a
/// gradient boosting machine"). Leaves hold integers, so that sums are the same on every processor.
/// </summary>
/// <remarks>
/// Eight or sixteen cases are judged at a time, as wide as the processor's vectors are, and all questions of a tree are put to them: each "yes" rules out the leaves behind "no",
/// and the first leaf that is left is the answer (Lucchese et al. 2015, "QuickScorer"). No case waits for memory or a branch.
/// </remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class BoostedTrees
{
    /// <summary>The most nodes that all trees may have together.</summary>
    public const int MaxNodes = 1 << 18;

    /// <summary>The most leaves of a tree.</summary>
    public const int MaxLeaves = 31;

    /// <summary>In the file: the node is a leaf.</summary>
    internal const int Leaf = byte.MaxValue;

    private const int Lanes = 8;
    private const int WideLanes = 2 * Lanes;

    // Behind the last leaf, so that the leaves of a tree can be read as two whole vectors.
    private const int Padding = MaxLeaves + 1;

    // The exponent of a power of two is its bit's number. Of the leaves of a tree, one is always left.
    private const int Mantissa = 23;
    private const int Bias = 127;

    private readonly int _start;
    private readonly double _quantum;
    private readonly int _numbers;

    // For each tree where its questions and its leaves end; they start where those of the tree before end.
    private readonly (int Questions, int Leaves)[] _ends;
    private readonly Question[] _questions;
    private readonly int[] _leaves;

    private BoostedTrees(SectionReader reader, int numbers)
    {
        _numbers = numbers;
        _start = reader.Int32();
        _quantum = reader.Double();
        int[] roots = new int[reader.Count(4, "trees")];
        for (int tree = 0; tree < roots.Length; tree++) roots[tree] = reader.Int32(0, MaxNodes, "a tree's first node");
        var nodes = new Node[reader.Int32(1, MaxNodes, "the number of nodes")];
        for (int i = 0; i < nodes.Length; i++) nodes[i] = Read(reader, i, nodes.Length, numbers);
        var (questions, leaves) = (new List<Question>(nodes.Length / 2), new List<int>(nodes.Length / 2));
        _ends = new (int, int)[roots.Length];
        for (int tree = 0; tree < roots.Length; tree++)
        {
            if (roots[tree] >= nodes.Length) throw reader.Damaged("a tree starts behind the last node");
            Add(reader, nodes, roots[tree], depth: 0, leaves.Count, questions, leaves);
            _ends[tree] = (questions.Count, leaves.Count);
        }

        (_questions, _leaves) = ([.. questions], [.. leaves, .. new int[Padding]]);
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
        Scores(numbers, count, probabilities);
        foreach (ref double probability in probabilities) probability = PortableMath.Logistic(probability);
    }

    /// <summary>The sums over all trees: for a yes-or-no question the logarithms of the odds of "yes".</summary>
    /// <param name="numbers">The numbers of each case, one case after the other.</param>
    /// <param name="count">How many numbers a case has.</param>
    /// <param name="scores">Takes a score for every case.</param>
    [SkipLocalsInit]
    public void Scores(ReadOnlySpan<float> numbers, int count, Span<double> scores)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, _numbers);
        Span<float> columns = stackalloc float[_numbers * WideLanes];
        Span<int> sums = stackalloc int[WideLanes];
        for (int first = 0; first < scores.Length;)
        {
            int left = scores.Length - first;
            bool isWide = Avx512F.IsSupported && left > Lanes;
            int lanes = isWide ? WideLanes : Lanes, cases = Math.Min(lanes, left);
            Transpose(numbers[(first * count)..], count, cases, lanes, columns);
            if (isWide) WideSums(columns).CopyTo(sums);
            else Sums(columns).CopyTo(sums);
            for (int lane = 0; lane < cases; lane++) scores[first + lane] = sums[lane] * _quantum;
            first += cases;
        }
    }

    /// <summary>Sets for each number that of the first case, of the second and so on. What lanes without a case hold changes no other's sum.</summary>
    private void Transpose(ReadOnlySpan<float> numbers, int count, int cases, int lanes, Span<float> columns)
    {
        for (int lane = 0; lane < cases; lane++)
        {
            var row = numbers.Slice(lane * count, _numbers);
            ref float column = ref columns[lane];
            for (int number = 0; number < row.Length; number++) Unsafe.Add(ref column, number * lanes) = row[number];
        }
    }

    /// <summary>What all trees say of sixteen cases.</summary>
    /// <param name="columns">For each number that of the first case, of the second and so on.</param>
    private Vector512<int> WideSums(ReadOnlySpan<float> columns)
    {
        // When the trees were read, every question was seen to ask for one of the numbers, and behind the leaves stand as many again.
        ref float first = ref MemoryMarshal.GetReference(columns);
        ref int values = ref MemoryMarshal.GetArrayDataReference(_leaves);
        var sums = Vector512.Create(_start);
        int question = 0, leaf = 0;
        foreach (var end in _ends)
        {
            var left = Vector512<uint>.AllBitsSet;
            foreach (ref readonly var asked in _questions.AsSpan(question, end.Questions - question))
            {
                var yes = Vector512.GreaterThan(Vector512.LoadUnsafe(ref first, 2 * (nuint)asked.Column), Vector512.Create(asked.Threshold)).AsUInt32();
                left = Vector512.AndNot(left, yes & Vector512.Create(asked.No));
            }

            var lowest = (left & (Vector512<uint>.Zero - left)).AsInt32();
            var index = (Vector512.ConvertToSingle(lowest).AsInt32() >> Mantissa) - Vector512.Create(Bias);
            sums += Avx512F.PermuteVar16x32x2(Vector512.LoadUnsafe(ref values, (nuint)leaf), index, Vector512.LoadUnsafe(ref values, (nuint)leaf + WideLanes));
            (question, leaf) = end;
        }

        return sums;
    }

    /// <summary>What all trees say of eight cases.</summary>
    /// <param name="columns">For each number that of the first case, of the second and so on.</param>
    private Vector256<int> Sums(ReadOnlySpan<float> columns)
    {
        // When the trees were read, every question was seen to ask for one of the numbers.
        ref float first = ref MemoryMarshal.GetReference(columns);
        var sums = Vector256.Create(_start);
        int question = 0, leaf = 0;
        foreach (var end in _ends)
        {
            var left = Vector256<uint>.AllBitsSet;
            foreach (ref readonly var asked in _questions.AsSpan(question, end.Questions - question))
            {
                var yes = Vector256.GreaterThan(Vector256.LoadUnsafe(ref first, (nuint)asked.Column), Vector256.Create(asked.Threshold)).AsUInt32();
                left = Vector256.AndNot(left, yes & Vector256.Create(asked.No));
            }

            sums += Leaves(left, _leaves.AsSpan(leaf, end.Leaves - leaf));
            (question, leaf) = end;
        }

        return sums;
    }

    /// <summary>The values of the first leaves that are left.</summary>
    private static unsafe Vector256<int> Leaves(Vector256<uint> left, ReadOnlySpan<int> values)
    {
        var lowest = (left & (Vector256<uint>.Zero - left)).AsInt32();
        var index = (Vector256.ConvertToSingle(lowest).AsInt32() >> Mantissa) - Vector256.Create(Bias);
        if (Avx2.IsSupported)
        {
            fixed (int* value = values) return Avx2.GatherVector256(value, index, sizeof(int));
        }

        var found = Vector256<int>.Zero;
        for (int lane = 0; lane < Lanes; lane++) found = found.WithElement(lane, values[index[lane]]);
        return found;
    }

    // Children stand behind their parent, so that every way down ends.
    private static Node Read(SectionReader reader, int index, int count, int numbers)
    {
        byte number = reader.Byte();
        if (number == Leaf) return new Node(number, 0, 0, reader.Int32());
        if (number >= numbers) throw reader.Damaged($"a node asks for number {number} of {numbers}");
        float threshold = BitConverter.Int32BitsToSingle(reader.Int32());
        return new Node(number, threshold, reader.Int32(index + 1, count - 2, "a node's child"), 0);
    }

    /// <summary>Adds the questions and leaves below a node, those behind "no" first.</summary>
    private static void Add(SectionReader reader, Node[] nodes, int at, int depth, int firstLeaf, List<Question> questions, List<int> leaves)
    {
        if (depth > MaxLeaves) throw reader.Damaged($"a tree is deeper than {MaxLeaves}");
        if (leaves.Count - firstLeaf == MaxLeaves) throw reader.Damaged($"a tree has more than {MaxLeaves} leaves");
        var node = nodes[at];
        if (node.Number == Leaf)
        {
            leaves.Add(node.Value);
            return;
        }

        uint before = Bits(leaves.Count - firstLeaf);
        Add(reader, nodes, node.No, depth + 1, firstLeaf, questions, leaves);
        questions.Add(new Question(node.Number * Lanes, node.Threshold, Bits(leaves.Count - firstLeaf) & ~before));
        Add(reader, nodes, node.No + 1, depth + 1, firstLeaf, questions, leaves);
    }

    private static uint Bits(int count) => (1u << count) - 1;

    /// <summary>A node as the file has it: a leaf with a value, or a question whose answers stand beside each other.</summary>
    private readonly record struct Node(byte Number, float Threshold, int No, int Value);

    /// <summary>A question: whether a number is above a threshold; if so, the leaves behind "no" are ruled out.</summary>
    private readonly record struct Question(int Column, float Threshold, uint No);
}
