using CsCheck;
using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Tagging;

namespace NewsNlp.Tests.Tagging;

public class TagLatticeTests
{
    private const int Tags = LearnedPartOfSpeechTagger.Labels;

    private static readonly LinearChainModel Chain = ReadChain();
    private static readonly TagLattice Lattice = new(Chain);

    [Fact]
    public void The_sequence_is_the_best_of_all_and_margins_say_by_how_much() =>
        Gen.Int[-3000, 3000].Array[Tags].Array[1, 3].Sample(scores =>
        {
            var (padded, tags, margins) = Decode(scores);
            var all = Sequences(scores.Length).Select(sequence => (Sequence: sequence, Total: Total(scores, sequence))).ToList();
            int best = all.Max(s => s.Total);
            Assert.Equal(best, Total(scores, tags));
            for (int i = 0; i < tags.Length; i++)
                Assert.Equal(best - all.Where(s => s.Sequence[i] != tags[i]).Max(s => s.Total), margins[i]);
            var alone = new Upos[tags.Length];
            Lattice.Decode(padded, new int[padded.Length], alone);
            Assert.Equal(tags, alone);
        }, iter: 300);

    [Fact]
    public void The_longest_sequence_of_the_largest_scores_overflows_nothing()
    {
        int[][] scores = [.. Enumerable.Range(0, TagLattice.LongestSequence).Select(i =>
            Enumerable.Range(0, Tags).Select(tag => tag == i % Tags ? 30_000 : -30_000).ToArray())];
        var (_, tags, margins) = Decode(scores);
        Assert.All(tags.Index(), tag => Assert.Equal(tag.Index % Tags, (int)tag.Item));
        Assert.All(margins, margin => Assert.True(margin > 0));
    }

    [Fact]
    public void Longer_sequences_are_refused()
    {
        const int Length = TagLattice.LongestSequence + 1;
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Lattice.Decode(new short[Length * TagLattice.Lanes], new int[Length * TagLattice.Lanes], new Upos[Length]));
    }

    [Fact]
    public void A_sequence_of_nothing_has_no_tags()
    {
        Lattice.Decode([], [], []);
        Lattice.Decode([], [], [], []);
    }

    private static (short[] Scores, Upos[] Tags, int[] Margins) Decode(int[][] scores)
    {
        short[] padded = new short[scores.Length * TagLattice.Lanes];
        for (int i = 0; i < scores.Length; i++)
            for (int tag = 0; tag < Tags; tag++) padded[i * TagLattice.Lanes + tag] = (short)scores[i][tag];
        var tags = new Upos[scores.Length];
        int[] margins = new int[scores.Length];
        Lattice.Decode(padded, new int[padded.Length], tags, margins);
        return (padded, tags, margins);
    }

    private static IEnumerable<Upos[]> Sequences(int length) => length == 0
        ? [[]]
        : Sequences(length - 1).SelectMany(before => Enum.GetValues<Upos>().Select(tag => before.Append(tag).ToArray()));

    private static int Total(int[][] scores, Upos[] tags)
    {
        int total = Score(Chain.Start((int)tags[0])) + Score(Chain.End((int)tags[^1]));
        for (int i = 0; i < tags.Length; i++)
        {
            total += scores[i][(int)tags[i]];
            if (i > 0) total += Score(Chain.Transition((int)tags[i - 1], (int)tags[i]));
        }
        return total;
    }

    private static int Score(int sum) =>
        Math.Clamp(TaggerScores.Round(sum, TaggerScores.Factor(Chain.Table)), -TagLattice.LargestScore, TagLattice.LargestScore);

    private static LinearChainModel ReadChain()
    {
        var reader = NlpModel.Default.Open(ModelSection.Tagger);
        TaggerLexicon.Read(NlpModel.Default, reader);
        return LinearChainModel.Read(reader);
    }
}
