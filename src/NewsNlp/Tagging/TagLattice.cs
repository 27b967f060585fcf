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

    // A vector for all tags but the last one, which goes its own way: two vectors would be half empty.
    private const int Rest = Tags - 1;
    private const int Column = Tags * Rest;

    private const int Bits = 5;
    private const int Mask = (1 << Bits) - 1;

    private readonly int[] _starts = new int[Lanes];
    private readonly int[] _ends = new int[Lanes];
    private readonly int[] _transitions = new int[Tags * Rest + Lanes];
    private readonly int[] _transposed = new int[Tags * Rest + Lanes];

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
                Set(_transitions, before, tag, score + (Mask - before));
                Set(_transposed, tag, before, score);
            }
        }
    }

    // Rows of what follows each tag, then the column of what the last tag follows.
    private static void Set(int[] table, int from, int to, int score)
    {
        if (to < Rest) table[from * Rest + to] = score;
        else table[Column + from] = score;
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
        var none = Vector256<int>.AllBitsSet;
        for (int i = tags.Length - 1; i >= 0; i--)
        {
            var path = paths.Slice(i * Lanes, Lanes);
            tags[i] = (Upos)best;
            margins[i] = (total - Second(path, after, best)) >> Bits;
            best = Mask - (path[best] & Mask);
            if (i == 0) break;
            AddScores(scores.Slice(i * Lanes, Lanes), after, here, here, none);
            MaxPlus(here, _transposed, after);
        }
    }

    private void Forward(ReadOnlySpan<short> scores, Span<int> paths, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, LongestSequence);
        Span<int> sums = stackalloc int[Lanes];
        var mask = Vector256.Create(~Mask);
        AddScores(scores, _starts, paths, sums, mask);
        for (int i = 1; i < length; i++)
        {
            var path = paths.Slice(i * Lanes, Lanes);
            MaxPlus(sums, _transitions, path);
            AddScores(scores.Slice(i * Lanes, Lanes), path, path, sums, mask);
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
        return Math.Max(last, Most(Vector256.Max(low, high)));
    }

    // to = sums + scores, and the same with some bits only.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddScores(
        ReadOnlySpan<short> scores, ReadOnlySpan<int> sums, Span<int> to, Span<int> masked, Vector256<int> mask)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scores.Length, Lanes);
        ArgumentOutOfRangeException.ThrowIfLessThan(sums.Length, Lanes);
        ArgumentOutOfRangeException.ThrowIfLessThan(to.Length, Lanes);
        ArgumentOutOfRangeException.ThrowIfLessThan(masked.Length, Lanes);
        ref short score = ref MemoryMarshal.GetReference(scores);
        ref int sum = ref MemoryMarshal.GetReference(sums);
        ref int target = ref MemoryMarshal.GetReference(to);
        ref int other = ref MemoryMarshal.GetReference(masked);
        var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref score));
        low = Vector256.LoadUnsafe(ref sum) + (low << Bits);
        high = Vector256.LoadUnsafe(ref sum, 8) + (high << Bits);
        int last = Unsafe.Add(ref sum, Rest) + (Unsafe.Add(ref score, Rest) << Bits);
        low.StoreUnsafe(ref target);
        high.StoreUnsafe(ref target, 8);
        Unsafe.Add(ref target, Rest) = last;
        (low & mask).StoreUnsafe(ref other);
        (high & mask).StoreUnsafe(ref other, 8);
        Unsafe.Add(ref other, Rest) = last & mask.ToScalar();
    }

    // to[l] = max over k of from[k] + the score from k to l
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MaxPlus(ReadOnlySpan<int> from, int[] table, Span<int> to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from.Length, Lanes);
        ArgumentOutOfRangeException.ThrowIfLessThan(to.Length, Lanes);
        ref int source = ref MemoryMarshal.GetReference(from);
        ref int row = ref MemoryMarshal.GetArrayDataReference(table);
        ref int target = ref MemoryMarshal.GetReference(to);
        if (Vector512.IsHardwareAccelerated) MaxPlus512(ref source, ref row, ref target);
        else MaxPlus256(ref source, ref row, ref target);
        ref int column = ref Unsafe.Add(ref row, Column);
        var most = Vector256.Max(
            Vector256.LoadUnsafe(ref source) + Vector256.LoadUnsafe(ref column),
            Vector256.LoadUnsafe(ref source, 8) + Vector256.LoadUnsafe(ref column, 8));
        Unsafe.Add(ref target, Rest) = Math.Max(Most(most), Unsafe.Add(ref source, Rest) + Unsafe.Add(ref column, Rest));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MaxPlus512(ref int from, ref int rows, ref int to)
    {
        var even = Vector512.Create(from) + Vector512.LoadUnsafe(ref rows);
        var odd = Vector512.Create(Unsafe.Add(ref from, 1)) + Vector512.LoadUnsafe(ref rows, Rest);
        for (int k = 2; k < Rest; k += 2)
        {
            nuint row = (nuint)(k * Rest);
            even = Vector512.Max(even, Vector512.Create(Unsafe.Add(ref from, k)) + Vector512.LoadUnsafe(ref rows, row));
            odd = Vector512.Max(odd, Vector512.Create(Unsafe.Add(ref from, k + 1)) + Vector512.LoadUnsafe(ref rows, row + Rest));
        }
        even = Vector512.Max(even, Vector512.Create(Unsafe.Add(ref from, Rest)) + Vector512.LoadUnsafe(ref rows, Rest * Rest));
        Vector512.Max(even, odd).StoreUnsafe(ref to);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MaxPlus256(ref int from, ref int rows, ref int to)
    {
        var low = Vector256.Create(int.MinValue);
        var high = low;
        for (int k = 0; k < Tags; k++)
        {
            var a = Vector256.Create(Unsafe.Add(ref from, k));
            low = Vector256.Max(low, a + Vector256.LoadUnsafe(ref rows, (nuint)(k * Rest)));
            high = Vector256.Max(high, a + Vector256.LoadUnsafe(ref rows, (nuint)(k * Rest + 8)));
        }
        low.StoreUnsafe(ref to);
        high.StoreUnsafe(ref to, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Most(Vector256<int> values)
    {
        var four = Vector128.Max(values.GetLower(), values.GetUpper());
        four = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }
}
