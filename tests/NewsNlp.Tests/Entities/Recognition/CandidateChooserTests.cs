using CsCheck;
using NewsNlp.Entities.Recognition;

namespace NewsNlp.Tests.Entities.Recognition;

public class CandidateChooserTests
{
    private static readonly Gen<(int First, int Length, double Probability)> Any =
        Gen.Select(Gen.Int[0, 9], Gen.Int[1, 4], Gen.Double[0, 1], (first, length, probability) => (first, length, probability));

    [Fact]
    public void The_sum_above_the_threshold_is_the_largest_that_any_choice_without_overlaps_has() =>
        Any.Array[0, 9].Sample(drawn =>
        {
            var candidates = drawn.OrderBy(c => c.First)
                .Select(c => new MentionCandidate(c.First, c.First + c.Length, 0, 0, (float)c.Probability)).ToList();
            double[] probabilities = [.. candidates.Select(c => (double)c.Probability)];
            var chosen = Choose(candidates, probabilities, 0.4);
            Assert.True(Fits(candidates, chosen));
            Assert.Equal(chosen.Order(), chosen);
            double best = 0;
            for (int set = 0; set < 1 << candidates.Count; set++)
            {
                var some = Enumerable.Range(0, candidates.Count).Where(i => (set >> i & 1) != 0).ToList();
                if (Fits(candidates, some)) best = Math.Max(best, some.Sum(i => probabilities[i] - 0.4));
            }

            Assert.Equal(best, chosen.Sum(i => probabilities[i] - 0.4), 1e-9);
        });

    [Fact]
    public void What_is_not_above_the_threshold_is_left_out() =>
        Assert.Empty(Choose([new MentionCandidate(0, 1, 0, 0, 0.3f)], [0.3], 0.37));

    [Fact]
    public void A_longer_candidate_that_starts_first_does_not_hide_what_it_overlaps() =>
        Assert.Equal([1, 2], Choose([new MentionCandidate(0, 6, 0, 0, 0.7f), new MentionCandidate(1, 2, 0, 0, 0.6f), new MentionCandidate(3, 4, 0, 0, 0.6f)], [0.7, 0.6, 0.6], 0.3));

    /// <summary>One chooser reads document after document: long ones, then short ones again.</summary>
    [Fact]
    public void Nothing_is_left_of_the_document_before()
    {
        var (chooser, chosen) = (new CandidateChooser(), new List<int>());
        foreach (int count in new[] { 3, 256, 257, 20_000, 5, 0, 1 })
        {
            var candidates = Enumerable.Range(0, count).Select(i => new MentionCandidate(i, i + 1, 0, 0, 0)).ToList();
            chooser.Choose(candidates, [.. candidates.Select((_, i) => i % 3 == 0 ? 0.9 : 0.2)], 0.4, chosen);

            Assert.Equal(Enumerable.Range(0, count).Where(i => i % 3 == 0), chosen);
        }
    }

    [Fact]
    public void A_candidate_as_probable_as_the_threshold_is_left_out() =>
        Assert.Empty(Choose([new MentionCandidate(0, 1, 0, 0, 0.5f)], [0.5], 0.5));

    private static List<int> Choose(List<MentionCandidate> candidates, double[] probabilities, double threshold)
    {
        var chosen = new List<int>();
        new CandidateChooser().Choose(candidates, probabilities, threshold, chosen);
        return chosen;
    }

    private static bool Fits(List<MentionCandidate> candidates, List<int> some) =>
        !some.Any(i => some.Any(j => i != j && candidates[i].Overlaps(candidates[j])));
}
