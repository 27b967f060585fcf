using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsNlp.Documents;
using NewsNlp.Models;

namespace NewsNlp.Tagging;

/// <summary>
/// The best sequence of tags (Viterbi 1967) from scores of each tag at each token and between neighbours, in integers: the
/// same on every processor. A sum and the tag before that it came from share one integer, the tag in the low bits, so
/// that a single maximum finds both.
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class TagLattice
{
    /// <summary>How many scores a token has: the tags, and padding without meaning.</summary>
    public const int Lanes = 32;

    /// <summary>The most tokens of a sequence: the sums of so many scores stay within 32 bits.</summary>
    public const int LongestSequence = 512;

    /// <summary>The largest magnitude of a score between tags, and of a token's.</summary>
    public const int LargestScore = short.MaxValue;

    private const int Tags = LearnedPartOfSpeechTagger.Labels;
    private const int Bits = 5;
    private const int Mask = (1 << Bits) - 1;

    private readonly int[] _starts = new int[Lanes];
    private readonly int[] _ends = new int[Lanes];
    private readonly int[] _transitions = new int[Tags * Lanes];
    private readonly int[] _transposed = new int[Tags * Lanes];

    /// <summary>Takes over a chain's scores between labels.</summary>
    public TagLattice(LinearChainModel chain)
    {
        for (int tag = 0; tag < Tags; tag++)
        {
            _starts[tag] = Round(chain.Start(tag), chain) << Bits;
            _ends[tag] = Round(chain.End(tag), chain) << Bits;
            for (int before = 0; before < Tags; before++)
            {
                int score = Round(chain.Transition(before, tag), chain) << Bits;
                // Of equal sums that of the lower tag wins.
                _transitions[before * Lanes + tag] = score + (Mask - before);
                _transposed[tag * Lanes + before] = score;
            }
        }
    }

    /// <summary>Finds the sequence.</summary>
    /// <param name="scores"><see cref="Lanes"/> for every token.</param>
    /// <param name="paths">Scratch: <see cref="Lanes"/> for every token.</param>
    /// <param name="tags">Takes the tags, at most <see cref="LongestSequence"/>.</param>
    public void Decode(ReadOnlySpan<short> scores, Span<int> paths, Span<Upos> tags)
    {
        if (tags.IsEmpty) return;
        Forward(scores, paths, tags.Length);
        int best = Last(paths, tags.Length, out _);
        for (int i = tags.Length - 1; i >= 0; i--)
        {
            tags[i] = (Upos)best;
            best = Mask - (paths[i * Lanes + best] & Mask);
        }
    }

    /// <summary>Finds the sequence, and by how much it is better than the best one that has another tag at a token.</summary>
    /// <param name="scores"><see cref="Lanes"/> for every token.</param>
    /// <param name="paths">Scratch: <see cref="Lanes"/> for every token.</param>
    /// <param name="tags">Takes the tags, at most <see cref="LongestSequence"/>.</param>
    /// <param name="margins">Takes the differences; as long as <paramref name="tags"/>.</param>
    public void Decode(ReadOnlySpan<short> scores, Span<int> paths, Span<Upos> tags, Span<int> margins)
    {
        if (tags.IsEmpty) return;
        Forward(scores, paths, tags.Length);
        int best = Last(paths, tags.Length, out int total);
        // What the tokens after this one can add, for each of its tags.
        Span<int> after = stackalloc int[Lanes];
        Span<int> here = stackalloc int[Lanes];
        _ends.CopyTo(after);
        for (int i = tags.Length - 1; i >= 0; i--)
        {
            var path = paths.Slice(i * Lanes, Lanes);
            tags[i] = (Upos)best;
            margins[i] = (total - Second(path, after, best)) >> Bits;
            best = Mask - (path[best] & Mask);
            if (i == 0) break;
            AddScores(scores.Slice(i * Lanes, Lanes), after, here);
            MaxPlus(here, _transposed, after);
        }
    }

    private void Forward(ReadOnlySpan<short> scores, Span<int> paths, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, LongestSequence);
        AddScores(scores, _starts, paths);
        for (int i = 1; i < length; i++)
        {
            var path = paths.Slice(i * Lanes, Lanes);
            MaxPlus(paths.Slice((i - 1) * Lanes, Lanes), _transitions, path);
            AddScores(scores.Slice(i * Lanes, Lanes), path, path);
        }
    }

    private static int Round(int score, LinearChainModel chain) =>
        Math.Clamp(TaggerScores.Round(score, TaggerScores.Factor(chain.Table)), -LargestScore, LargestScore);

    private int Last(ReadOnlySpan<int> paths, int length, out int total)
    {
        var path = paths.Slice((length - 1) * Lanes, Lanes);
        int best = 0;
        total = int.MinValue;
        for (int tag = 0; tag < Tags; tag++)
        {
            int sum = (path[tag] & ~Mask) + _ends[tag];
            if (sum > total) (best, total) = (tag, sum);
        }
        return best;
    }

    // The best total of the sequences with any tag but the best one.
    private static int Second(ReadOnlySpan<int> path, ReadOnlySpan<int> after, int best)
    {
        var (mask, never) = (Vector256.Create(~Mask), Vector256.Create(int.MinValue));
        var (lanes, own) = (Vector256<int>.Indices, Vector256.Create(best));
        var low = (Vector256.Create(path) & mask) + Vector256.Create(after);
        var high = (Vector256.Create(path[8..]) & mask) + Vector256.Create(after[8..]);
        low = Vector256.ConditionalSelect(Vector256.Equals(lanes, own), never, low);
        high = Vector256.ConditionalSelect(Vector256.Equals(lanes + Vector256.Create(8), own), never, high);
        int last = best == Tags - 1 ? int.MinValue : (path[Tags - 1] & ~Mask) + after[Tags - 1];
        var top8 = Vector256.Max(low, high);
        var top4 = Vector128.Max(top8.GetLower(), top8.GetUpper());
        top4 = Vector128.Max(top4, Vector128.Shuffle(top4, Vector128.Create(2, 3, 0, 1)));
        top4 = Vector128.Max(top4, Vector128.Shuffle(top4, Vector128.Create(1, 0, 3, 2)));
        return Math.Max(last, top4.ToScalar());
    }

    private static void AddScores(ReadOnlySpan<short> scores, ReadOnlySpan<int> sums, Span<int> to)
    {
        for (int tag = 0; tag < Lanes; tag += 16)
        {
            var (low, high) = Vector256.Widen(Vector256.Create(scores[tag..]));
            (Vector256.Create(sums[tag..]) + (low << Bits)).CopyTo(to[tag..]);
            (Vector256.Create(sums[(tag + 8)..]) + (high << Bits)).CopyTo(to[(tag + 8)..]);
        }
    }

    // to[l] = max over k of from[k], without its low bits, + rows[k][l]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MaxPlus(ReadOnlySpan<int> from, int[] rows, Span<int> to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from.Length, Lanes);
        ArgumentOutOfRangeException.ThrowIfLessThan(to.Length, Lanes);
        ref int source = ref MemoryMarshal.GetReference(from);
        ref int row = ref MemoryMarshal.GetArrayDataReference(rows);
        ref int target = ref MemoryMarshal.GetReference(to);
        if (Vector512.IsHardwareAccelerated) MaxPlus512(ref source, ref row, ref target);
        else MaxPlus256(ref source, ref row, ref target);
    }

    private static void MaxPlus512(ref int from, ref int rows, ref int to)
    {
        var low0 = Vector512.Create(int.MinValue);
        var (low1, high0, high1) = (low0, low0, low0);
        for (int k = 0; k < Tags - 1; k += 2)
        {
            var a = Vector512.Create(Unsafe.Add(ref from, k) & ~Mask);
            var b = Vector512.Create(Unsafe.Add(ref from, k + 1) & ~Mask);
            nuint row = (nuint)(k * Lanes);
            low0 = Vector512.Max(low0, a + Vector512.LoadUnsafe(ref rows, row));
            high0 = Vector512.Max(high0, a + Vector512.LoadUnsafe(ref rows, row + 16));
            low1 = Vector512.Max(low1, b + Vector512.LoadUnsafe(ref rows, row + Lanes));
            high1 = Vector512.Max(high1, b + Vector512.LoadUnsafe(ref rows, row + Lanes + 16));
        }
        var last = Vector512.Create(Unsafe.Add(ref from, Tags - 1) & ~Mask);
        low0 = Vector512.Max(low0, last + Vector512.LoadUnsafe(ref rows, (Tags - 1) * Lanes));
        high0 = Vector512.Max(high0, last + Vector512.LoadUnsafe(ref rows, (Tags - 1) * Lanes + 16));
        Vector512.Max(low0, low1).StoreUnsafe(ref to);
        Vector512.Max(high0, high1).StoreUnsafe(ref to, 16);
    }

    private static void MaxPlus256(ref int from, ref int rows, ref int to)
    {
        var v0 = Vector256.Create(int.MinValue);
        var (v1, v2) = (v0, v0);
        for (int k = 0; k < Tags; k++)
        {
            var a = Vector256.Create(Unsafe.Add(ref from, k) & ~Mask);
            nuint row = (nuint)(k * Lanes);
            v0 = Vector256.Max(v0, a + Vector256.LoadUnsafe(ref rows, row));
            v1 = Vector256.Max(v1, a + Vector256.LoadUnsafe(ref rows, row + 8));
            v2 = Vector256.Max(v2, a + Vector256.LoadUnsafe(ref rows, row + 16));
        }
        v0.StoreUnsafe(ref to);
        v1.StoreUnsafe(ref to, 8);
        v2.StoreUnsafe(ref to, 16);
    }
}
