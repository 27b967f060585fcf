using System.Numerics;
using System.Runtime.CompilerServices;
using NewsNlp.Models;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Cues;

/// <summary>
/// Adds up the weights of the features of tokens that may be cues: the same sums as of each feature one by one, but what
/// recurs is summed once, and what is needed is asked for long before. Scratch memory, one run of tokens at a time.
/// </summary>
internal sealed class CueScores(WeightTable table)
{
    // So many sums are kept from document to document, as a binary logarithm.
    private const int KeptSums = 12;

    private const int Groups = CueFeatures.KeyedGroups;

    private readonly SumCache _cache = new(table, KeptSums);
    private ulong[] _keys = [];
    private uint[] _others = [];
    private int[] _ends = [];

    /// <summary>Adds the weights of tokens.</summary>
    /// <param name="features">The features, turned to the sentence.</param>
    /// <param name="first">The first token.</param>
    /// <param name="end">The token behind the last.</param>
    /// <param name="workspace">The chain's scores.</param>
    /// <param name="position">The first token's place in the chain.</param>
    public void Add(CueFeatures features, int first, int end, LinearChainWorkspace workspace, int position)
    {
        Extract(features, first, end);
        for (var i = 0; i < end - first; i++)
        {
            var scores = workspace.Emissions(position + i);
            table.Accumulate(_others.AsSpan(i * CueFeatures.MaxCount, _ends[i]), scores);
            var missing = _cache.Add(_keys.AsSpan(i * Groups, Groups), scores);
            if (missing != 0)
            {
                AddMissing(features, first + i, missing, _keys.AsSpan(i * Groups, Groups), scores);
            }
        }
    }

    // Keys and features of all tokens, asking for their weights.
    private void Extract(CueFeatures features, int first, int end)
    {
        LinearChainWorkspace.Grow(ref _keys, (end - first) * Groups);
        LinearChainWorkspace.Grow(ref _others, (end - first) * CueFeatures.MaxCount);
        LinearChainWorkspace.Grow(ref _ends, end - first);
        for (var i = 0; i < end - first; i++)
        {
            var keys = _keys.AsSpan(i * Groups, Groups);
            features.SetKeys(first + i, keys);
            _cache.Prefetch(keys);
            var others = new FeatureList(_others.AsSpan(i * CueFeatures.MaxCount, CueFeatures.MaxCount));
            features.ExtractOthers(first + i, ref others);
            _ends[i] = others.Features.Length;
            table.Prefetch(others.Features);
        }
    }

    [SkipLocalsInit]
    private void AddMissing(CueFeatures features, int token, uint missing, ReadOnlySpan<ulong> keys, Span<int> scores)
    {
        Span<uint> buffer = stackalloc uint[CueFeatures.MaxCount];
        var list = new FeatureList(buffer);
        Span<int> ends = stackalloc int[Groups];
        for (var rest = missing; rest != 0; rest &= rest - 1)
        {
            var index = BitOperations.TrailingZeroCount(rest);
            features.ExtractGroup(index + 1, token, ref list);
            ends[index] = list.Features.Length;
        }

        table.Prefetch(list.Features);
        var start = 0;
        for (; missing != 0; missing &= missing - 1)
        {
            var index = BitOperations.TrailingZeroCount(missing);
            _cache.Fill(keys[index], list.Features[start..ends[index]], scores);
            start = ends[index];
        }
    }
}
