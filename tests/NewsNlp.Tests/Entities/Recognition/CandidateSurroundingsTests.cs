using CsCheck;
using NewsNlp.Documents;
using NewsNlp.Entities.Recognition;

namespace NewsNlp.Tests.Entities.Recognition;

public class CandidateSurroundingsTests
{
    private const int Person = 0;
    private const int Organization = 1;
    private const int Location = 2;

    // Where each group of numbers starts.
    private const int Ends = 0, Before = 7, Behind = 11, Sentence = 15;

    private static readonly Document TwoSentences = EntityDocuments.Of(
        "Mayor Orla Tennick of Brackwater told the Harbour Post\nTennick left for Lower Varn on the ferry");

    [Fact]
    public void The_likely_mentions_beside_a_candidate_are_told_with_their_distance()
    {
        var numbers = Numbers(TwoSentences,
            [new(1, 3, Person, 0, 0.9f), new(4, 5, Location, 0, 0.6f), new(4, 5, Person, 0, 0.1f), new(7, 9, Organization, 0, 0.8f)]);
        Assert.Equal([Person, 1, 0.9f, 0], numbers[1][Before..Behind]);
        Assert.Equal([Organization, 2, 0.8f, 0], numbers[1][Behind..Sentence]);
        Assert.Equal([Person, 1, 0.9f, 1], numbers[2][Before..Behind]);
        Assert.Equal([-1, 24, 0, 0], numbers[0][Before..Behind]);
    }

    [Fact]
    public void A_mention_of_another_sentence_does_not_stand_beside_a_candidate()
    {
        var numbers = Numbers(TwoSentences, [new(7, 9, Organization, 0, 0.8f), new(9, 10, Person, 1, 0.7f)]);
        Assert.Equal([-1, 24, 0, 0], numbers[0][Behind..Sentence]);
        Assert.Equal([-1, 24, 0, 0], numbers[1][Before..Behind]);
        Assert.Equal([0, 0, 0, 0, 0], numbers[1][Sentence..]);
    }

    [Fact]
    public void Ends_are_as_sure_as_all_candidates_that_have_them()
    {
        var numbers = Numbers(TwoSentences,
            [new(1, 2, Person, 0, 0.2f), new(1, 3, Person, 0, 0.5f), new(1, 3, Location, 0, 0.25f), new(2, 3, Person, 0, 0.05f)]);
        // Other labels for the words, the share among them; the start, the end, the least token; the tokens around.
        float[] expected = [0.25f, 0.5f / 0.75f, 0.95f, 0.8f, 0.8f, 0, 0];
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], numbers[1][Ends + i], 1e-5f);
    }

    [Fact]
    public void A_sentence_is_summed_without_what_overlaps_the_candidate() =>
        Gen.Select(Gen.Int[0, 15], Gen.Int[1, 3], Gen.Int[0, 8], Gen.Float[0.02f, 1f]).Array[1, 12].Sample(drawn =>
        {
            var candidates = drawn.Select(c => new MentionCandidate(c.Item1, Math.Min(c.Item1 < 9 ? 9 : 16, c.Item1 + c.Item2), c.Item3, c.Item1 < 9 ? 0 : 1, c.Item4))
                .OrderBy(c => c.First).ToList();
            var numbers = Numbers(TwoSentences, candidates);
            for (int i = 0; i < candidates.Count; i++)
            {
                var candidate = candidates[i];
                var others = candidates.Where(other => other.Sentence == candidate.Sentence && !other.Overlaps(candidate)).ToList();
                Assert.Equal(others.Where(other => other.Kind == candidate.Kind).Sum(other => other.Probability), numbers[i][Sentence], 1e-4f);
                Assert.Equal(others.Sum(other => other.Probability), numbers[i][Sentence + 1], 1e-4f);
            }
        });

    [Fact]
    public void Candidates_that_nobody_asks_for_count_for_the_others_all_the_same()
    {
        List<MentionCandidate> candidates =
            [new(1, 3, Person, 0, 0.9f), new(4, 5, Location, 0, 0.6f), new(7, 9, Organization, 0, 0.8f), new(9, 10, Person, 1, 0.7f), new(12, 14, Location, 1, 0.5f)];
        var all = Numbers(TwoSentences, candidates);
        var surroundings = new CandidateSurroundings(LabelScheme.News.Labels.Count);
        surroundings.Begin(TwoSentences, candidates);
        foreach (int asked in (int[])[2, 4])
        {
            var numbers = new float[CandidateSurroundings.Count];
            surroundings.Of(asked, numbers);
            Assert.Equal(all[asked], numbers);
        }
    }

    private static List<float[]> Numbers(Document document, List<MentionCandidate> candidates)
    {
        var surroundings = new CandidateSurroundings(LabelScheme.News.Labels.Count);
        surroundings.Begin(document, candidates);
        var numbers = new List<float[]>();
        for (int i = 0; i < candidates.Count; i++)
        {
            var of = new float[CandidateSurroundings.Count];
            surroundings.Of(i, of);
            numbers.Add(of);
        }

        return numbers;
    }
}
