using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsNlp.Models;

namespace NewsNlp.Tagging;

/// <summary>
/// The scores of tags at tokens. In the first pass a token's score is the sum of five parts, one for each of the words in
/// places around it, which is the same wherever the word stands in that place; in the second pass one more part, for
/// the words together and the tags of the first pass, is added where the first one left doubt. Each part is a sum of
/// weights, rounded to 16 bits. Immutable.
/// </summary>
internal sealed class TaggerScores
{
    /// <summary>How many numbers a word's parts take.</summary>
    public const int WordLanes = TaggerFeatures.Places * Lanes;

    /// <summary>What 1 in a score means as a natural-logarithm score.</summary>
    public const double Unit = 1.0 / 512;

    private const int Lanes = TagLattice.Lanes;
    private const int FactorBits = 24;

    /// <summary>The largest magnitude of a part: six of them stay within 16 bits.</summary>
    private const int LargestPart = 5400;

    /// <summary>
    /// The first pass leaves doubt where the best sequence with another tag is less than this behind, as a
    /// natural-logarithm score.
    /// </summary>
    private const double Doubt = 3;

    private readonly WeightTable _apart;
    private readonly WeightTable _together;
    private readonly long _apartFactor;
    private readonly long _togetherFactor;

    /// <summary>Makes the scores of both passes.</summary>
    public TaggerScores(LinearChainModel first, LinearChainModel second)
    {
        (_apart, _together) = (first.Table, second.Table);
        (_apartFactor, _togetherFactor) = (Factor(_apart), Factor(_together));
        First = new TagLattice(first);
        Second = new TagLattice(second);
    }

    /// <summary>The tags of the first pass.</summary>
    public TagLattice First { get; }

    /// <summary>The tags of the second pass.</summary>
    public TagLattice Second { get; }

    /// <summary>Whether a margin of the first pass leaves doubt.</summary>
    public static bool IsDoubtful(int margin) => margin < (int)(Doubt / Unit);

    /// <summary>What <see cref="Round"/> takes for a table.</summary>
    public static long Factor(WeightTable table) => (long)Math.Round(table.Quantum / Unit * (1 << FactorBits));

    /// <summary>The score that means the same as a sum of a table's weights.</summary>
    public static int Round(int sum, long factor) => (int)((sum * factor + (1 << (FactorBits - 1))) >> FactorBits);

    /// <summary>Sets <paramref name="parts"/> to a word's <see cref="WordLanes"/> numbers.</summary>
    public void OfWord(in TaggerWord word, ReadOnlySpan<char> form, Span<short> parts)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.Most];
        for (int place = 0; place < TaggerFeatures.Places; place++)
        {
            var part = parts.Slice(place * Lanes, Lanes);
            part.Clear();
            Add(_apart, _apartFactor, features[..TaggerFeatures.OfPlace(word, form, place, features)], part);
        }
    }

    /// <summary>Adds the part of several words together to the scores of a token.</summary>
    public void AddTogether(ReadOnlySpan<uint> features, Span<short> scores) =>
        Add(_together, _togetherFactor, features, scores);

    /// <summary>Sums the parts of words in their places, for a whole sentence.</summary>
    /// <param name="parts">The parts of words by slots.</param>
    /// <param name="slots">The sentence's slots, with two for outside before and behind.</param>
    /// <param name="scores">Takes <see cref="TagLattice.Lanes"/> a token.</param>
    public static void AddPlaces(ReadOnlySpan<short> parts, ReadOnlySpan<int> slots, Span<short> scores)
    {
        int count = slots.Length - 2 * TaggerFeatures.Middle;
        ArgumentOutOfRangeException.ThrowIfLessThan(scores.Length, count * Lanes);
        foreach (int slot in slots) ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)slot, (uint)(parts.Length / WordLanes));
        ref short part = ref MemoryMarshal.GetReference(parts);
        ref short score = ref MemoryMarshal.GetReference(scores);
        ref int first = ref MemoryMarshal.GetReference(slots);
        for (int i = 0; i < count; i++)
        {
            var (low, high) = (Vector256<short>.Zero, Vector256<short>.Zero);
            for (int place = 0; place < TaggerFeatures.Places; place++)
            {
                nuint at = (nuint)(Unsafe.Add(ref first, i + place) * WordLanes + place * Lanes);
                low += Vector256.LoadUnsafe(ref part, at);
                high += Vector256.LoadUnsafe(ref part, at + 16);
            }
            low.StoreUnsafe(ref score, (nuint)(i * Lanes));
            high.StoreUnsafe(ref score, (nuint)(i * Lanes + 16));
        }
    }

    private static void Add(WeightTable table, long factor, ReadOnlySpan<uint> features, Span<short> scores)
    {
        Span<int> sums = stackalloc int[Lanes];
        sums.Clear();
        table.Accumulate(features, sums);
        for (int tag = 0; tag < LearnedPartOfSpeechTagger.Labels; tag++)
            scores[tag] += (short)Math.Clamp(Round(sums[tag], factor), -LargestPart, LargestPart);
    }
}
