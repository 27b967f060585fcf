using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NewsNlp.Models;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// The probabilities of the labels of a chain: forward-backward in double precision with a scale for each position (Rabiner 1989,
/// section V.A), over scores in the order of <see cref="LabelLanes"/>. Sums run in a fixed order, so that results are the same on
/// every processor.
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads, each with its own <see cref="MentionLatticeWorkspace"/>.</threadsafety>
internal sealed class MentionLattice
{
    private const int Block = 4;

    private const int CancellationInterval = 256;

    /// <summary>As many blocks as lanes that may follow the same labels take.</summary>
    private const int Blocks = 4;

    private readonly int _width;
    private readonly double _quantum;
    private readonly double[] _starts;
    private readonly double[] _ends;
    private readonly double[] _ones;
    private readonly Steps _forward;
    private readonly Steps _backward;
    private readonly int[] _unused;

    /// <summary>Takes over a chain's scores between labels.</summary>
    public MentionLattice(LinearChainModel chain, LabelLanes lanes)
    {
        _width = lanes.Count;
        _quantum = chain.Table.Quantum;
        (_starts, _ends, _ones, _unused) = (new double[_width], new double[_width], new double[_width], new int[_width]);
        Array.Fill(_ones, 1);
        Array.Fill(_unused, int.MinValue);
        double[] next = new double[_width * _width], before = new double[_width * _width];
        for (int label = 0; label < lanes.LabelCount; label++)
        {
            int lane = lanes.Of(label);
            _unused[lane] = int.MaxValue;
            _starts[lane] = Factor(chain.Start(label));
            _ends[lane] = Factor(chain.End(label));
            for (int previous = 0; previous < lanes.LabelCount; previous++)
            {
                double factor = Factor(chain.Transition(previous, label));
                next[lanes.Of(previous) * _width + lane] = factor;
                before[lane * _width + lanes.Of(previous)] = factor;
            }
        }

        (_forward, _backward) = (new Steps(next, lanes), new Steps(before, lanes));
    }

    /// <summary>Computes the probabilities of a sequence.</summary>
    /// <returns>False where no labelling is possible; probabilities are then all zero.</returns>
    public bool Run(MentionLatticeWorkspace workspace, CancellationToken cancellationToken = default)
    {
        int length = workspace.Length;
        for (int i = 0; i < length; i++)
        {
            if (i % CancellationInterval == CancellationInterval - 1) cancellationToken.ThrowIfCancellationRequested();
            if (Forward(workspace, i, length)) continue;
            Array.Clear(workspace.Forward, 0, length * _width);
            Array.Clear(workspace.Backward, 0, length * _width);
            return false;
        }

        for (int i = length - 1; i >= 0; i--)
        {
            if (i % CancellationInterval == CancellationInterval - 1) cancellationToken.ThrowIfCancellationRequested();
            Backward(workspace, i, length);
        }

        return true;
    }

    /// <summary>The lanes whose labels have at least some probability at a position, a bit each. After <see cref="Run"/>.</summary>
    public ulong Likely(MentionLatticeWorkspace workspace, int position, double least)
    {
        ref double forward = ref workspace.Forward[position * _width];
        ref double backward = ref workspace.Backward[position * _width];
        var threshold = Vector256.Create(least);
        ulong likely = 0;
        for (int lane = 0; lane < _width; lane += Block)
        {
            var product = Vector256.LoadUnsafe(ref forward, (nuint)lane) * Vector256.LoadUnsafe(ref backward, (nuint)lane);
            likely |= (ulong)Vector256.GreaterThanOrEqual(product, threshold).ExtractMostSignificantBits() << lane;
        }

        return likely;
    }

    /// <summary>The probability of a label, by its lane. After <see cref="Run"/>.</summary>
    public double Marginal(MentionLatticeWorkspace workspace, int position, int lane) =>
        workspace.Forward[position * _width + lane] * workspace.Backward[position * _width + lane];

    /// <summary>What a label takes over from the positions before it, scaled.</summary>
    public double Begun(MentionLatticeWorkspace workspace, int position, int lane) => workspace.Forward[position * _width + lane];

    /// <summary>The factor of what follows a label.</summary>
    public double Following(MentionLatticeWorkspace workspace, int position, int lane) => workspace.Backward[position * _width + lane];

    /// <summary>The factor of a label at a position (not the first one) behind another one.</summary>
    public double Step(MentionLatticeWorkspace workspace, int position, int previous, int lane)
    {
        double step = _forward.Matrix[previous * _width + lane] * (workspace.Emitted[position * _width + lane] * workspace.Scales[position]);
        return position == workspace.Length - 1 ? step * _ends[lane] : step;
    }

    private double Factor(int score) => score < -LinearChainModel.MaxTransition ? 0 : PortableMath.Exp(score * _quantum);

    private bool Forward(MentionLatticeWorkspace workspace, int position, int length)
    {
        ref double emitted = ref workspace.Emitted[position * _width];
        ref double forward = ref workspace.Forward[position * _width];
        Emit(ref workspace.Scores[position * workspace.ScoreLanes], ref emitted);
        if (position == 0) _starts.CopyTo(workspace.Forward, 0);
        else _forward.Multiply(ref workspace.Forward[(position - 1) * _width], ref forward);
        ref double ends = ref MemoryMarshal.GetArrayDataReference(position == length - 1 ? _ends : _ones);
        var (even, odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (nuint lane = 0; lane < (nuint)_width; lane += 2 * Block)
        {
            var first = Vector256.LoadUnsafe(ref forward, lane) * Vector256.LoadUnsafe(ref emitted, lane) * Vector256.LoadUnsafe(ref ends, lane);
            var second = Vector256.LoadUnsafe(ref forward, lane + Block) * Vector256.LoadUnsafe(ref emitted, lane + Block)
                * Vector256.LoadUnsafe(ref ends, lane + Block);
            first.StoreUnsafe(ref forward, lane);
            second.StoreUnsafe(ref forward, lane + Block);
            even += first;
            odd += second;
        }

        var sum = even + odd;
        double norm = sum[0] + sum[2] + (sum[1] + sum[3]);
        if (!(norm > 0 && double.IsFinite(norm))) return false;
        double scale = 1 / norm;
        workspace.Scales[position] = scale;
        for (nuint lane = 0; lane < (nuint)_width; lane += Block)
            (Vector256.LoadUnsafe(ref forward, lane) * Vector256.Create(scale)).StoreUnsafe(ref forward, lane);
        return true;
    }

    private void Backward(MentionLatticeWorkspace workspace, int position, int length)
    {
        ref double backward = ref workspace.Backward[position * _width];
        if (position == length - 1)
        {
            workspace.Backward.AsSpan(position * _width, _width).Fill(1);
            return;
        }

        ref double after = ref workspace.Backward[(position + 1) * _width];
        ref double emitted = ref workspace.Emitted[(position + 1) * _width];
        ref double ends = ref MemoryMarshal.GetArrayDataReference(position + 1 == length - 1 ? _ends : _ones);
        ref double next = ref workspace.Next[0];
        var scale = Vector256.Create(workspace.Scales[position + 1]);
        for (nuint lane = 0; lane < (nuint)_width; lane += Block)
        {
            var value = Vector256.LoadUnsafe(ref emitted, lane) * scale * Vector256.LoadUnsafe(ref ends, lane) * Vector256.LoadUnsafe(ref after, lane);
            value.StoreUnsafe(ref next, lane);
        }

        _backward.Multiply(ref next, ref backward);
    }

    // Relative to the best one, so that nothing overflows; what is no label gets nothing.
    private void Emit(ref int scores, ref double emitted)
    {
        ref int unused = ref MemoryMarshal.GetArrayDataReference(_unused);
        var most = Vector256.Create(int.MinValue);
        for (nuint lane = 0; lane < (nuint)_width; lane += LabelLanes.Step)
            most = Vector256.Max(most, Vector256.Min(Vector256.LoadUnsafe(ref scores, lane), Vector256.LoadUnsafe(ref unused, lane)));
        var four = Vector128.Max(most.GetLower(), most.GetUpper());
        var two = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        var top = Vector256.Create((double)Math.Max(two[0], two[1]));
        for (nuint lane = 0; lane < (nuint)_width; lane += Block)
        {
            var score = Vector128.Min(Vector128.LoadUnsafe(ref scores, lane), Vector128.LoadUnsafe(ref unused, lane));
            PortableMath.Exp((ToDouble(score) - top) * Vector256.Create(_quantum)).StoreUnsafe(ref emitted, lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ToDouble(Vector128<int> four) =>
        Avx.IsSupported ? Avx.ConvertToVector256Double(four) : Vector256.Create((double)four[0], four[1], four[2], four[3]);

    /// <summary>The factors between labels: for each four lanes those rows of the matrix that are not zero in all of them.</summary>
    private sealed class Steps
    {
        private readonly int _width;
        private readonly ushort[][] _rows;
        private readonly int _together;

        public Steps(double[] matrix, LabelLanes lanes)
        {
            (Matrix, _width) = (matrix, lanes.Count);
            _rows = [.. Enumerable.Range(0, _width / Block).Select(block => RowsOf(matrix, lanes, block))];
            while (_together < _rows.Length && _rows[_together].AsSpan().SequenceEqual(_rows[0])) _together++;
        }

        public double[] Matrix { get; }

        /// <summary>result[l] = sum over p, in the order of the labels, of vector[p] * matrix[p][l]</summary>
        public void Multiply(ref double vector, ref double result)
        {
            ref double matrix = ref MemoryMarshal.GetArrayDataReference(Matrix);
            int block = 0;
            for (; block + Blocks <= _together; block += Blocks) MultiplyFour(ref vector, ref Unsafe.Add(ref matrix, block * Block), _rows[0], ref Unsafe.Add(ref result, block * Block));
            for (; block < _rows.Length; block++)
            {
                ref double column = ref Unsafe.Add(ref matrix, block * Block);
                var sum = Vector256<double>.Zero;
                foreach (ushort p in _rows[block])
                    sum += Vector256.Create(Unsafe.Add(ref vector, p)) * Vector256.LoadUnsafe(ref column, (nuint)(p * _width));
                sum.StoreUnsafe(ref result, (nuint)(block * Block));
            }
        }

        private void MultiplyFour(ref double vector, ref double column, ushort[] rows, ref double result)
        {
            var (a, b, c, d) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
            foreach (ushort p in rows)
            {
                nuint row = (nuint)(p * _width);
                var factor = Vector256.Create(Unsafe.Add(ref vector, p));
                a += factor * Vector256.LoadUnsafe(ref column, row);
                b += factor * Vector256.LoadUnsafe(ref column, row + Block);
                c += factor * Vector256.LoadUnsafe(ref column, row + 2 * Block);
                d += factor * Vector256.LoadUnsafe(ref column, row + 3 * Block);
            }

            a.StoreUnsafe(ref result);
            b.StoreUnsafe(ref result, Block);
            c.StoreUnsafe(ref result, 2 * Block);
            d.StoreUnsafe(ref result, 3 * Block);
        }

        private static ushort[] RowsOf(double[] matrix, LabelLanes lanes, int block) =>
        [
            .. Enumerable.Range(0, lanes.LabelCount).Select(lanes.Of)
                .Where(row => matrix.AsSpan(row * lanes.Count + Block * block, Block).ContainsAnyExcept(0)).Select(row => (ushort)row),
        ];
    }
}
