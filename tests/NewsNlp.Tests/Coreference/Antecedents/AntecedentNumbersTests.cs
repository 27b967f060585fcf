using NewsNlp.Coreference;
using NewsNlp.Coreference.Antecedents;
using NewsNlp.Coreference.Reading;
using NewsNlp.Documents;

namespace NewsNlp.Tests.Coreference.Antecedents;

public sealed class AntecedentNumbersTests
{
    private const string Marked =
        """
        [P Tomas Orde], a pilot, flew to [L Norland]. The minister met [P Orde] there.
        {c1 “It went well,”} {s1 he} {v1 said}. His plane is old. It broke down twice.
        """;

    [Fact]
    public void Every_number_of_every_candidate_is_set()
    {
        var judge = new Watcher();
        Resolve(Marked, judge);
        Assert.True(judge.Cases.Count >= 3);
        Assert.All(judge.Cases, seen => Assert.All(seen.Numbers, number => Assert.False(float.IsNaN(number))));
    }

    [Fact]
    public void The_nearest_candidate_comes_first_and_one_is_the_most_salient()
    {
        var judge = new Watcher();
        Resolve(Marked, judge);
        foreach (var (candidates, numbers) in judge.Cases)
        {
            Assert.Equal(candidates.OrderDescending(), candidates);
            var salience = Enumerable.Range(0, candidates.Length).Select(i => numbers[(i * AntecedentNumbers.Count) + AntecedentNumbers.Salience]);
            Assert.Equal(0, salience.Max());
        }
    }

    [Fact]
    public void The_judge_decides()
    {
        var nearest = Resolve("[P Ann Lee] met [P Mary Orde]. She left.", new Watcher(pick: 0));
        Assert.Equal("Mary Orde", Assert.Single(nearest.Mentions, mention => mention.Kind == MentionKind.Pronoun).Entity.CanonicalName);
        var farthest = Resolve("[P Ann Lee] met [P Mary Orde]. She left.", new Watcher(pick: 1));
        Assert.Equal("Ann Lee", Assert.Single(farthest.Mentions, mention => mention.Kind == MentionKind.Pronoun).Entity.CanonicalName);
        var nobody = Resolve("[P Ann Lee] met [P Mary Orde]. She left.", new Watcher(pick: -1));
        Assert.DoesNotContain(nobody.Mentions, mention => mention.Kind == MentionKind.Pronoun);
    }

    private static Document Resolve(string marked, Watcher judge)
    {
        var builder = MarkedArticle.Build(marked);
        return builder.AddCoreference(sink => new DeterministicCoreferenceResolver(judge).Resolve(builder.Document, sink)).Build();
    }

    private sealed class Watcher(int pick = 0) : IAntecedentJudge
    {
        public List<(int[] Candidates, float[] Numbers)> Cases { get; } = [];

        public int Pick(ResolverScratch scratch, int pronoun, ReadOnlySpan<int> candidates, ReadOnlySpan<float> numbers)
        {
            Cases.Add((candidates.ToArray(), numbers.ToArray()));
            // The next pronoun must not find the numbers of this one.
            Array.Fill(scratch.Numbers, float.NaN);
            return Math.Min(pick, candidates.Length - 1);
        }
    }
}
