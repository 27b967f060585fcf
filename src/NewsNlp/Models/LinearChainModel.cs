namespace NewsNlp.Models;

/// <summary>
/// A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over hashed features: emission scores
/// from a <see cref="WeightTable"/>, scores between neighbouring labels, and what may follow what. Up to 64 labels.
/// <para>
/// To use it: <see cref="LinearChainWorkspace.Begin"/>, fill each position's emissions through
/// <see cref="WeightTable.Accumulate"/>, restrict positions where something is known, then <see cref="Decode"/>,
/// <see cref="DecodeBest"/> or <see cref="ForwardBackward"/>. Work and memory grow with the length of the sequence:
/// callers cut endless input.
/// </para>
/// Immutable and safe for use by many threads, each with its own workspace.
/// </summary>
internal sealed partial class LinearChainModel
{
    /// <summary>The most labels a chain may have: an allowed set is one 64-bit mask.</summary>
    public const int MaxLabels = 64;

    /// <summary>In the file: the neighbours may not stand together.</summary>
    internal const int Illegal = int.MinValue;

    /// <summary>In scores: as good as impossible, and far from overflow when several are added.</summary>
    private const int Impossible = -(1 << 28);

    /// <summary>The largest magnitude of a score between labels.</summary>
    internal const int MaxTransition = 1 << 26;

    private readonly int _width;
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly int[] _transitions;
    private readonly ulong[] _predecessors;
    private readonly double[] _expStarts;
    private readonly double[] _expEnds;
    private readonly double[] _expTransitions;
    private readonly double[] _expTransposed;
    private readonly double[] _ones;
    private readonly byte[][] _previousOf;
    private readonly byte[][] _nextOf;

    private LinearChainModel(SectionReader reader)
    {
        Table = WeightTable.Read(reader);
        int labels = Table.LabelCount;
        if (labels > MaxLabels) throw reader.Damaged($"{labels} labels are more than a chain's {MaxLabels}");
        _width = Table.AccumulatorLength;
        var (starts, ends, between) = (reader.Int32Array(labels), reader.Int32Array(labels), reader.Int32Array(labels * labels));
        _starts = new int[_width];
        _ends = new int[_width];
        _transitions = new int[labels * _width];
        _predecessors = new ulong[labels];
        _expStarts = new double[_width];
        _expEnds = new double[_width];
        _expTransitions = new double[labels * _width];
        _expTransposed = new double[labels * _width];
        Array.Fill(_starts, Impossible);
        Array.Fill(_ends, Impossible);
        Array.Fill(_transitions, Impossible);
        for (int label = 0; label < labels; label++)
        {
            (_starts[label], _expStarts[label]) = Check(starts[label], reader);
            (_ends[label], _expEnds[label]) = Check(ends[label], reader);
            for (int previous = 0; previous < labels; previous++)
            {
                var (score, factor) = Check(between[previous * labels + label], reader);
                _transitions[previous * _width + label] = score;
                _expTransitions[previous * _width + label] = factor;
                _expTransposed[label * _width + previous] = factor;
                if (score != Impossible) _predecessors[label] |= 1UL << previous;
            }
        }

        _ones = new double[_width];
        Array.Fill(_ones, 1);
        _previousOf = RowsOf(_expTransitions);
        _nextOf = RowsOf(_expTransposed);
    }

    /// <summary>The weights of features for labels.</summary>
    public WeightTable Table { get; }

    /// <summary>The number of labels.</summary>
    public int LabelCount => Table.LabelCount;

    /// <summary>Reads a chain; the reader stands after it when this returns.</summary>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    public static LinearChainModel Read(SectionReader reader) => new(reader);

    /// <summary>The score of a label at the first position, in the table's quantum.</summary>
    public int Start(int label) => _starts[label];

    /// <summary>The score of a label at the last position.</summary>
    public int End(int label) => _ends[label];

    /// <summary>The score of a label after another.</summary>
    public int Transition(int previous, int label) => _transitions[previous * _width + label];

    private (int Score, double Factor) Check(int score, SectionReader reader)
    {
        if (score == Illegal) return (Impossible, 0);
        if (score is < -MaxTransition or > MaxTransition) throw reader.Damaged($"a transition's score is {score}");
        return (score, PortableMath.Exp(score * Table.Quantum));
    }
}
