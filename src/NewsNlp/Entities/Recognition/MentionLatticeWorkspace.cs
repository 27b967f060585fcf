using NewsNlp.Models;

namespace NewsNlp.Entities.Recognition;

/// <summary>The scratch memory of a <see cref="MentionLattice"/> for one sequence at a time. Reused, not safe for threads.</summary>
internal sealed class MentionLatticeWorkspace(LabelLanes lanes)
{
    /// <summary>How many numbers a position's scores take.</summary>
    internal readonly int ScoreLanes = SparseWeightTable.LanesFor(lanes.Count);

    internal int[] Scores = [];
    internal double[] Emitted = [];
    internal double[] Forward = [];
    internal double[] Backward = [];
    internal double[] Scales = [];
    internal readonly double[] Next = new double[lanes.Count];

    /// <summary>The number of positions of the current sequence.</summary>
    public int Length { get; private set; }

    /// <summary>Starts a sequence: all scores zero.</summary>
    public void Begin(int length)
    {
        Length = length;
        LinearChainWorkspace.Grow(ref Scores, length * ScoreLanes);
        LinearChainWorkspace.Grow(ref Emitted, length * lanes.Count);
        LinearChainWorkspace.Grow(ref Forward, length * lanes.Count);
        LinearChainWorkspace.Grow(ref Backward, length * lanes.Count);
        LinearChainWorkspace.Grow(ref Scales, length);
        Array.Clear(Scores, 0, length * ScoreLanes);
    }

    /// <summary>The scores at a position, by lanes, in the weights' quantum: add to them freely.</summary>
    public Span<int> ScoresAt(int position)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)position, (uint)Length);
        return Scores.AsSpan(position * ScoreLanes, ScoreLanes);
    }
}
