using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Models;

// Forward-backward in double precision with a scale a position (Rabiner 1989, section V.A). Sums run over labels in a
// fixed order, and lanes never mix, so that results do not depend on the vector width.
internal sealed partial class LinearChainModel
{
    /// <summary>
    /// Computes the probabilities that <see cref="Marginal"/> and <see cref="SegmentProbability"/> read.
    /// </summary>
    /// <returns>False where the restrictions leave no legal labelling; probabilities are then all zero.</returns>
    [SkipLocalsInit]
    public bool ForwardBackward(LinearChainWorkspace workspace)
    {
        int length = workspace.Length, width = _width, labels = LabelCount;
        LinearChainWorkspace.Grow(ref workspace.Emitted, length * width);
        LinearChainWorkspace.Grow(ref workspace.Forward, length * width);
        LinearChainWorkspace.Grow(ref workspace.Backward, length * width);
        LinearChainWorkspace.Grow(ref workspace.Norms, length);
        bool possible = true;
        for (int i = 0; i < length && possible; i++)
        {
            Emit(workspace, i);
            var forward = workspace.Forward.AsSpan(i * width, width);
            if (i == 0) _expStarts.CopyTo(forward);
            else Multiply(_expTransitions, _previousOf, workspace.Forward.AsSpan((i - 1) * width, width), forward);
            var emitted = workspace.Emitted.AsSpan(i * width, width);
            var ends = i == length - 1 ? _expEnds : _ones;
            for (int label = 0; label < labels; label += 4)
                (Load(forward, label) * Load(emitted, label) * Load(ends, label)).CopyTo(forward[label..]);
            double norm = 0;
            for (int label = 0; label < LabelCount; label++) norm += forward[label];
            possible = norm > 0 && double.IsFinite(norm);
            workspace.Norms[i] = norm;
            double scale = 1 / norm;
            for (int label = 0; label < labels; label += 4) (Load(forward, label) * Vector256.Create(scale)).CopyTo(forward[label..]);
        }
        if (!possible)
        {
            Array.Clear(workspace.Forward, 0, length * width);
            Array.Clear(workspace.Backward, 0, length * width);
            return false;
        }

        Span<double> next = stackalloc double[WeightTable.MaxLabels + 1];
        for (int i = length - 1; i >= 0; i--)
        {
            var backward = workspace.Backward.AsSpan(i * width, width);
            if (i == length - 1)
            {
                backward.Fill(1);
                continue;
            }
            var after = workspace.Backward.AsSpan((i + 1) * width, width);
            var emitted = workspace.Emitted.AsSpan((i + 1) * width, width);
            var ends = i + 1 == length - 1 ? _expEnds : _ones;
            var norm = Vector256.Create(workspace.Norms[i + 1]);
            for (int label = 0; label < labels; label += 4)
                (Load(after, label) * Load(emitted, label) / norm * Load(ends, label)).CopyTo(next[label..]);
            Multiply(_expTransposed, _nextOf, next, backward);
        }
        return true;
    }

    /// <summary>The probability of a label at a position, given the whole sequence. After <see cref="ForwardBackward"/>.</summary>
    public double Marginal(LinearChainWorkspace workspace, int position, int label) =>
        workspace.Forward[position * _width + label] * workspace.Backward[position * _width + label];

    /// <summary>
    /// What a label at a position takes over from the positions before it, scaled; with what the steps add for each
    /// label that follows and <see cref="Backward"/> at the last one, the probability of a run of labels. After
    /// <see cref="ForwardBackward"/>.
    /// </summary>
    public double Forward(LinearChainWorkspace workspace, int position, int label) => workspace.Forward[position * _width + label];

    /// <summary>The factor of a label at a position (not the first one) behind another label.</summary>
    public double Step(LinearChainWorkspace workspace, int position, int previous, int label)
    {
        double step = _expTransitions[previous * _width + label] * workspace.Emitted[position * _width + label] / workspace.Norms[position];
        return position == workspace.Length - 1 ? step * _expEnds[label] : step;
    }

    /// <summary>The factor of what follows a label at a position.</summary>
    public double Backward(LinearChainWorkspace workspace, int position, int label) => workspace.Backward[position * _width + label];

    /// <summary>
    /// The probability that the positions from <paramref name="start"/> carry exactly <paramref name="labels"/>, given
    /// the whole sequence. After <see cref="ForwardBackward"/>.
    /// </summary>
    public double SegmentProbability(LinearChainWorkspace workspace, int start, ReadOnlySpan<byte> labels)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + labels.Length, workspace.Length);
        if (labels.IsEmpty) return 1;
        double probability = workspace.Forward[start * _width + labels[0]];
        for (int i = 1; i < labels.Length; i++)
        {
            int position = start + i;
            double step = _expTransitions[labels[i - 1] * _width + labels[i]] * workspace.Emitted[position * _width + labels[i]];
            if (position == workspace.Length - 1) step *= _expEnds[labels[i]];
            probability *= step / workspace.Norms[position];
        }
        return probability * workspace.Backward[(start + labels.Length - 1) * _width + labels[^1]];
    }

    private void Emit(LinearChainWorkspace workspace, int position)
    {
        var scores = workspace.Scores.AsSpan(position * _width, _width);
        var emitted = workspace.Emitted.AsSpan(position * _width, _width);
        ulong all = ulong.MaxValue >> (64 - LabelCount), allowed = workspace.Allowed[position] & all;
        if (BitOperations.IsPow2(allowed))
        {
            // What is certain is 1 by definition.
            emitted.Clear();
            emitted[BitOperations.TrailingZeroCount(allowed)] = 1;
            return;
        }

        int top = int.MinValue;
        for (int label = 0; label < LabelCount; label++)
            if ((allowed >> label & 1) != 0) top = Math.Max(top, scores[label]);
        for (int label = 0; label < LabelCount; label += 4)
            PortableMath.Exp((ToDouble(scores[label..]) - Vector256.Create((double)top)) * Vector256.Create(Table.Quantum)).CopyTo(emitted[label..]);
        if (allowed == all) return;
        for (int label = 0; label < LabelCount; label++)
            if ((allowed >> label & 1) == 0) emitted[label] = 0;
    }

    private static Vector256<double> ToDouble(ReadOnlySpan<int> four) =>
        Avx.IsSupported ? Avx.ConvertToVector256Double(Vector128.Create(four)) : Vector256.Create((double)four[0], four[1], four[2], four[3]);

    private static Vector256<double> Load(ReadOnlySpan<double> values, int index) => Vector256.Create(values[index..]);

    // result[l] = sum over p, in order, of vector[p] * matrix[p][l]; what is not named in rows is zero for four l.
    private void Multiply(double[] matrix, byte[][] rowsOf, ReadOnlySpan<double> vector, Span<double> result)
    {
        // Rows name labels, and the three hold the chain's width: nothing is left to check inside.
        ArgumentOutOfRangeException.ThrowIfLessThan(vector.Length, LabelCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(result.Length, 4 * rowsOf.Length);
        ref double first = ref MemoryMarshal.GetReference(vector);
        for (int block = 0; block < rowsOf.Length; block++)
        {
            ref double column = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix), 4 * block);
            var sum = Vector256<double>.Zero;
            foreach (byte p in rowsOf[block])
                sum += Vector256.Create(Unsafe.Add(ref first, p)) * Vector256.LoadUnsafe(ref column, (nuint)(p * _width));
            sum.StoreUnsafe(ref MemoryMarshal.GetReference(result), (nuint)(4 * block));
        }
    }

    /// <summary>For each four columns of a matrix the rows that are not zero in all of them.</summary>
    private byte[][] RowsOf(double[] matrix)
    {
        byte[][] rows = new byte[(LabelCount + 3) / 4][];
        for (int block = 0; block < rows.Length; block++)
        {
            rows[block] = [.. Enumerable.Range(0, LabelCount).Where(row => matrix.AsSpan(row * _width + 4 * block, 4).ContainsAnyExcept(0)).Select(row => (byte)row)];
        }

        return rows;
    }
}
