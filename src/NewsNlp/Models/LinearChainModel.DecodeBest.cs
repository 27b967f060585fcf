using System.Numerics;

namespace NewsNlp.Models;

// The k best labellings: Viterbi that keeps k candidates a label and position (Schwartz and Chow 1990), merged from the
// sorted lists of the predecessors.
internal sealed partial class LinearChainModel
{
    /// <summary>The most labellings that <see cref="DecodeBest"/> finds.</summary>
    public const int MaxBest = 64;

    /// <summary>
    /// Finds the <paramref name="count"/> labellings with the highest scores, best first, all different.
    /// </summary>
    /// <param name="workspace">The sequence, see <see cref="LinearChainWorkspace.Begin"/>.</param>
    /// <param name="count">How many are wanted, 1 to <see cref="MaxBest"/>.</param>
    /// <param name="labels">Takes the labellings one after the other: <paramref name="count"/> times the length.</param>
    /// <param name="scores">Takes their scores in units of the table's quantum: <paramref name="count"/> of them.</param>
    /// <returns>How many there are: fewer than wanted where the sequence is short or restricted.</returns>
    public int DecodeBest(LinearChainWorkspace workspace, int count, Span<byte> labels, Span<long> scores)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxBest);
        int length = workspace.Length, cell = count, layer = LabelCount * count;
        if (length == 0)
        {
            scores[0] = 0;
            return 1;
        }
        LinearChainWorkspace.Grow(ref workspace.BestScores, length * layer);
        LinearChainWorkspace.Grow(ref workspace.BestBack, length * layer);
        Array.Fill(workspace.BestScores, long.MinValue, 0, length * layer);
        Span<int> heads = stackalloc int[MaxLabels];
        ulong all = LabelCount == 64 ? ulong.MaxValue : (1UL << LabelCount) - 1, before = 0;

        for (int i = 0; i < length; i++)
        {
            // Only labels that some labelling reaches are looked at: where most are ruled out, that is a small part.
            ulong reached = 0;
            for (ulong rest = workspace.Allowed[i] & all; rest != 0; rest &= rest - 1)
            {
                int label = BitOperations.TrailingZeroCount(rest);
                long emission = workspace.Scores[i * _width + label];
                if (i == length - 1)
                {
                    if (_ends[label] == Impossible) continue;
                    emission += _ends[label];
                }
                var best = workspace.BestScores.AsSpan(i * layer + label * cell, cell);
                var back = workspace.BestBack.AsSpan(i * layer + label * cell, cell);
                if (i > 0) Merge(workspace.BestScores.AsSpan((i - 1) * layer, layer), before & _predecessors[label], cell, label, emission, heads, best, back);
                else if (_starts[label] != Impossible) best[0] = _starts[label] + emission;
                if (best[0] != long.MinValue) reached |= 1UL << label;
            }
            before = reached;
        }

        // The last position's lists, merged in the same way.
        var final = workspace.BestScores.AsSpan((length - 1) * layer, layer);
        heads[..LabelCount].Clear();
        int found = 0;
        for (; found < count; found++)
        {
            int top = -1;
            for (int label = 0; label < LabelCount; label++)
            {
                if (heads[label] == cell || final[label * cell + heads[label]] == long.MinValue) continue;
                if (top < 0 || final[label * cell + heads[label]] > final[top * cell + heads[top]]) top = label;
            }
            if (top < 0) break;
            int entry = top * cell + heads[top]++;
            scores[found] = final[entry];
            var path = labels.Slice(found * length, length);
            for (int i = length - 1; i >= 0; i--)
            {
                path[i] = (byte)(entry / cell);
                entry = workspace.BestBack[i * layer + entry];
            }
        }
        return found;
    }

    private void Merge(
        ReadOnlySpan<long> previous, ulong predecessors, int cell, int label, long emission, Span<int> heads, Span<long> best,
        Span<int> back)
    {
        if (BitOperations.IsPow2(predecessors))
        {
            // One predecessor: its list as it stands.
            int only = BitOperations.TrailingZeroCount(predecessors);
            long added = emission + _transitions[only * _width + label];
            for (int rank = 0; rank < cell && previous[only * cell + rank] != long.MinValue; rank++)
            {
                best[rank] = previous[only * cell + rank] + added;
                back[rank] = only * cell + rank;
            }
            return;
        }
        heads[..LabelCount].Clear();
        for (int rank = 0; rank < cell; rank++)
        {
            int top = -1;
            long topScore = long.MinValue;
            for (ulong rest = predecessors; rest != 0; rest &= rest - 1)
            {
                int p = BitOperations.TrailingZeroCount(rest);
                if (heads[p] == cell) continue;
                long score = previous[p * cell + heads[p]];
                if (score == long.MinValue) continue;
                score += _transitions[p * _width + label];
                if (top < 0 || score > topScore) (top, topScore) = (p, score);
            }
            if (top < 0) return;
            back[rank] = top * cell + heads[top]++;
            best[rank] = topScore + emission;
        }
    }
}
