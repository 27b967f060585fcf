using System.Numerics;
using System.Runtime.CompilerServices;
using NewsNlp.Models;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Contents;

/// <summary>
/// Adds up the weights of the features of the units of a cue's window: the same sums as of each feature one by one, but what
/// recurs is summed once, and what is needed is asked for long before. Scratch memory, one window at a time.
/// </summary>
internal sealed class UnitScores(WeightTable table)
{
    // So many sums are kept from document to document, as a binary logarithm.
    private const int KeptSums = 13;

    private const int Groups = UnitFeatures.KeyedGroups;

    private readonly SumCache _cache = new(table, KeptSums);
    private readonly int[] _byDistance = new int[table.AccumulatorLength];
    private readonly int[] _bySide = new int[table.AccumulatorLength];
    private ulong[] _keys = [];
    private uint[] _others = [];
    private int[] _ends = [];

    /// <summary>Adds the weights of all units but the cue's.</summary>
    /// <param name="features">The features, turned to the window.</param>
    /// <param name="cueUnit">The cue's unit.</param>
    /// <param name="workspace">The chain's scores for the window.</param>
    public void Add(UnitFeatures features, int cueUnit, LinearChainWorkspace workspace)
    {
        Extract(features, cueUnit, workspace.Length);
        int distance = -1, side = -1;
        for (var unit = 0; unit < workspace.Length; unit++)
        {
            if (unit == cueUnit)
            {
                continue;
            }

            if (distance != features.CueDistanceOf(unit))
            {
                distance = features.CueDistanceOf(unit);
                Sum(OthersOf(unit)[..UnitFeatures.CueDistanceCount], _byDistance);
            }

            if (side != features.CueSideOf(unit))
            {
                side = features.CueSideOf(unit);
                SumSide(features, unit);
            }

            var scores = workspace.Emissions(unit);
            Add(scores, _byDistance, _bySide);
            table.Accumulate(OthersOf(unit)[UnitFeatures.CueDistanceCount..], scores);
            var missing = _cache.Add(_keys.AsSpan(unit * Groups, Groups), scores);
            if (missing != 0)
            {
                AddMissing(features, unit, missing, scores);
            }
        }
    }

    // Keys and features of all units, asking for their weights.
    private void Extract(UnitFeatures features, int cueUnit, int count)
    {
        LinearChainWorkspace.Grow(ref _keys, count * Groups);
        LinearChainWorkspace.Grow(ref _others, count * UnitFeatures.MaxCount);
        LinearChainWorkspace.Grow(ref _ends, count);
        for (var unit = 0; unit < count; unit++)
        {
            if (unit == cueUnit)
            {
                continue;
            }

            var keys = _keys.AsSpan(unit * Groups, Groups);
            features.SetKeys(unit, keys);
            _cache.Prefetch(keys);
            var others = new FeatureList(_others.AsSpan(unit * UnitFeatures.MaxCount, UnitFeatures.MaxCount));
            features.ExtractCueDistance(unit, ref others);
            features.ExtractOthers(unit, ref others);
            _ends[unit] = others.Features.Length;
            table.Prefetch(others.Features);
        }
    }

    private ReadOnlySpan<uint> OthersOf(int unit) => _others.AsSpan(unit * UnitFeatures.MaxCount, _ends[unit]);

    [SkipLocalsInit]
    private void AddMissing(UnitFeatures features, int unit, uint missing, Span<int> scores)
    {
        Span<uint> buffer = stackalloc uint[UnitFeatures.MaxCount];
        var list = new FeatureList(buffer);
        Span<int> ends = stackalloc int[Groups];
        for (var rest = missing; rest != 0; rest &= rest - 1)
        {
            var index = BitOperations.TrailingZeroCount(rest);
            features.ExtractGroup(index + 1, unit, ref list);
            ends[index] = list.Features.Length;
        }

        table.Prefetch(list.Features);
        var start = 0;
        for (; missing != 0; missing &= missing - 1)
        {
            var index = BitOperations.TrailingZeroCount(missing);
            _cache.Fill(_keys[(unit * Groups) + index], list.Features[start..ends[index]], scores);
            start = ends[index];
        }
    }

    [SkipLocalsInit]
    private void SumSide(UnitFeatures features, int unit)
    {
        Span<uint> buffer = stackalloc uint[UnitFeatures.MaxCount];
        var list = new FeatureList(buffer);
        features.ExtractCueSide(unit, ref list);
        table.Prefetch(list.Features);
        Sum(list.Features, _bySide);
    }

    private void Sum(ReadOnlySpan<uint> features, int[] sums)
    {
        Array.Clear(sums);
        table.Accumulate(features, sums);
    }

    private static void Add(Span<int> scores, int[] one, int[] other)
    {
        for (var label = 0; label < scores.Length; label += Vector<int>.Count)
        {
            (new Vector<int>(scores[label..]) + new Vector<int>(one, label) + new Vector<int>(other, label)).CopyTo(scores[label..]);
        }
    }
}
