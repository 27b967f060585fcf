using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Models;

// The best labelling (Viterbi 1967), in integers: the same on every processor. Scores are kept relative to the best one
// at each position, so that no sequence is too long for 32 bits.
internal sealed partial class LinearChainModel
{
    /// <summary>
    /// Finds the labelling with the highest score. Of equal ones the one with lower labels at the last difference wins.
    /// </summary>
    /// <param name="workspace">The sequence, see <see cref="LinearChainWorkspace.Begin"/>.</param>
    /// <param name="labels">Takes a label for every position.</param>
    /// <param name="score">The labelling's score in units of the table's quantum.</param>
    /// <returns>False where the restrictions leave no legal labelling; <paramref name="labels"/> is then all zero.</returns>
    public bool Decode(LinearChainWorkspace workspace, Span<byte> labels, out long score)
    {
        int length = workspace.Length;
        labels = labels[..length];
        score = 0;
        if (length == 0) return true;
        LinearChainWorkspace.Grow(ref workspace.Best, 2 * _width);
        LinearChainWorkspace.Grow(ref workspace.Back, length * _width);
        var current = workspace.Best.AsSpan(0, _width);
        var previous = workspace.Best.AsSpan(_width, _width);

        for (int i = 0; i < length; i++)
        {
            if (i == 0) _starts.CopyTo(current);
            else Step(previous, current, workspace.Back.AsSpan(i * _width, _width));
            int top = AddEmissions(workspace, i, current, last: i == length - 1);
            if (top < Impossible / 2)
            {
                labels.Clear();
                return false;
            }
            score += top;
            for (int label = 0; label < current.Length; label++) current[label] = Math.Max(current[label] - top, Impossible);
            var swap = previous;
            previous = current;
            current = swap;
        }

        int best = 0;
        for (int label = 1; label < LabelCount; label++)
            if (previous[label] > previous[best]) best = label;
        for (int i = length - 1; i >= 0; i--)
        {
            labels[i] = (byte)best;
            if (i > 0) best = workspace.Back[i * _width + best];
        }
        return true;
    }

    // For every label the best predecessor: max over previous of score + transition, the first of equals.
    private void Step(ReadOnlySpan<int> previous, Span<int> current, Span<int> back)
    {
        ref int table = ref MemoryMarshal.GetArrayDataReference(_transitions);
        for (int label = 0; label < _width; label += 8)
        {
            var best = Vector256.Create(previous[0]) + Vector256.LoadUnsafe(ref table, (nuint)label);
            var from = Vector256<int>.Zero;
            for (int p = 1; p < LabelCount; p++)
            {
                var candidate = Vector256.Create(previous[p]) + Vector256.LoadUnsafe(ref table, (nuint)(p * _width + label));
                from = Vector256.ConditionalSelect(Vector256.GreaterThan(candidate, best), Vector256.Create(p), from);
                best = Vector256.Max(best, candidate);
            }
            best.StoreUnsafe(ref MemoryMarshal.GetReference(current), (nuint)label);
            from.StoreUnsafe(ref MemoryMarshal.GetReference(back), (nuint)label);
        }
    }

    private int AddEmissions(LinearChainWorkspace workspace, int position, Span<int> current, bool last)
    {
        var emissions = workspace.Scores.AsSpan(position * _width, _width);
        ulong allowed = workspace.Allowed[position];
        int top = int.MinValue;
        for (int label = 0; label < LabelCount; label++)
        {
            int score = Math.Max(current[label], Impossible) + emissions[label];
            if (last) score = Math.Max(score, Impossible) + _ends[label];
            if ((allowed >> label & 1) == 0) score = Impossible;
            current[label] = score;
            top = Math.Max(top, score);
        }
        current[LabelCount..].Fill(Impossible);
        return top;
    }
}
