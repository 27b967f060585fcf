using System.Numerics;
using System.Runtime.CompilerServices;

namespace NewsNlp.Models;

// The k best labellings: Viterbi that keeps k candidates a label and position (Schwartz and Chow 1990), merged from the
// sorted lists of the predecessors. A label with one predecessor takes over its list as it stands, with a number to add to
// each score: where most labels are ruled out, that is nearly all there is to do.
internal sealed partial class LinearChainModel
{
    /// <summary>The most labellings that <see cref="DecodeBest"/> finds.</summary>
    public const int MaxBest = 64;

    // In place of the label whose list was taken over: the list is a new one.
    private const byte Merged = byte.MaxValue;

    /// <summary>
    /// Finds the <paramref name="count"/> labellings with the highest scores, best first, all different.
    /// </summary>
    /// <param name="workspace">The sequence, see <see cref="LinearChainWorkspace.Begin"/>.</param>
    /// <param name="count">How many are wanted, 1 to <see cref="MaxBest"/>.</param>
    /// <param name="labels">Takes the labellings one after the other: <paramref name="count"/> times the length.</param>
    /// <param name="scores">Takes their scores in units of the table's quantum: <paramref name="count"/> of them.</param>
    /// <param name="margin">Labellings whose score is lower than the best one's by more than this are not wanted.</param>
    /// <returns>How many there are: fewer than wanted where the sequence is short or restricted.</returns>
    [SkipLocalsInit]
    public int DecodeBest(
        LinearChainWorkspace workspace, int count, Span<byte> labels, Span<long> scores, long margin = long.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxBest);
        ArgumentOutOfRangeException.ThrowIfNegative(margin);
        int length = workspace.Length;
        if (length == 0)
        {
            scores[0] = 0;
            return 1;
        }
        LinearChainWorkspace.Grow(ref workspace.Ranked, length * LabelCount * count);
        LinearChainWorkspace.Grow(ref workspace.TakenOver, length * LabelCount);
        Span<RankedList> before = stackalloc RankedList[MaxLabels], after = stackalloc RankedList[MaxLabels];
        ulong all = ulong.MaxValue >> (64 - LabelCount), reachedBefore = 0;
        int end = 0;

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
                if (i == 0)
                {
                    if (_starts[label] == Impossible) continue;
                    workspace.Ranked[end] = new Ranked(0, -1, 0);
                    after[label] = new RankedList(end++, 1, _starts[label] + emission);
                }
                else
                {
                    ulong predecessors = reachedBefore & _predecessors[label];
                    if (predecessors == 0) continue;
                    byte from = Merged;
                    if (BitOperations.IsPow2(predecessors))
                    {
                        from = (byte)BitOperations.TrailingZeroCount(predecessors);
                        after[label] = before[from] with { Added = before[from].Added + _transitions[from * _width + label] + emission };
                    }
                    else
                    {
                        int size = Merge(workspace.Ranked, before, predecessors, label, workspace.Ranked.AsSpan(end, count), margin);
                        after[label] = new RankedList(end, size, emission);
                        end += size;
                    }
                    workspace.TakenOver[i * LabelCount + label] = from;
                }
                reached |= 1UL << label;
            }
            reachedBefore = reached;
            var swap = before;
            before = after;
            after = swap;
        }

        // The last position's lists, merged in the same way.
        Span<Ranked> final = stackalloc Ranked[MaxBest];
        int found = reachedBefore == 0 ? 0 : Merge(workspace.Ranked, before, reachedBefore, -1, final[..count], margin);
        for (int k = 0; k < found; k++)
        {
            scores[k] = final[k].Score;
            Trace(workspace, final[k], labels.Slice(k * length, length));
        }
        return found;
    }

    /// <summary>Merges the lists of some labels, or all of it at the end; of equals the lower label comes first.</summary>
    [SkipLocalsInit]
    private int Merge(
        ReadOnlySpan<Ranked> ranked, ReadOnlySpan<RankedList> lists, ulong predecessors, int label, Span<Ranked> result, long margin)
    {
        // What is left of each list, in the order of labels: its next score, where that stands, and how many.
        Span<Head> heads = stackalloc Head[MaxLabels];
        int count = 0;
        for (ulong rest = predecessors; rest != 0; rest &= rest - 1)
        {
            int p = BitOperations.TrailingZeroCount(rest);
            var list = lists[p];
            long added = list.Added + (label < 0 ? 0 : _transitions[p * _width + label]);
            heads[count++] = new Head(ranked[list.First].Score + added, added, list.First, list.First + list.Count, (byte)p);
        }
        heads = heads[..count];
        long least = long.MinValue;
        for (int rank = 0; rank < result.Length; rank++)
        {
            int top = 0;
            for (int h = 1; h < heads.Length; h++)
                if (heads[h].Score > heads[top].Score) top = h;
            ref var head = ref heads[top];
            if (head.Score == long.MinValue || head.Score < least) return rank;
            if (rank == 0) least = head.Score - Math.Min(margin, long.MaxValue / 2);
            result[rank] = new Ranked(head.Score, head.Next, head.Label);
            head.Next++;
            head.Score = head.Next < head.End ? ranked[head.Next].Score + head.Added : long.MinValue;
        }
        return result.Length;
    }

    private void Trace(LinearChainWorkspace workspace, Ranked last, Span<byte> path)
    {
        byte label = last.Label;
        int at = last.Previous;
        for (int i = path.Length - 1; i > 0; i--)
        {
            path[i] = label;
            byte from = workspace.TakenOver[i * LabelCount + label];
            if (from == Merged) (label, at) = (workspace.Ranked[at].Label, workspace.Ranked[at].Previous);
            else label = from;
        }
        path[0] = label;
    }

    /// <summary>The best ways to a label: places in the ranked entries, and what to add to their scores.</summary>
    private readonly record struct RankedList(int First, int Count, long Added);

    private record struct Head(long Score, long Added, int Next, int End, byte Label);
}

/// <summary>One of the best ways to a label.</summary>
/// <param name="Score">Its score, without what its list adds.</param>
/// <param name="Previous">The place of the way that it goes on from.</param>
/// <param name="Label">The label at whose position that is.</param>
internal readonly record struct Ranked(long Score, int Previous, byte Label);
