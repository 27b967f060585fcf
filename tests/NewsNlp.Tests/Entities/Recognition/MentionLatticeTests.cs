using CsCheck;
using NewsNlp.Entities.Recognition;
using NewsNlp.Models;

namespace NewsNlp.Tests.Entities.Recognition;

public class MentionLatticeTests
{
    private static readonly LinearChainModel Chain = LinearChainModel.Read(NlpModel.Default.Open(ModelSection.Entities));

    private static readonly LabelLanes Lanes = new(ChainLabels.Kinds.Count);

    /// <summary>The general chain, label by label, is the definition.</summary>
    [Fact]
    public void Probabilities_are_those_of_the_chain() => Gen.Int[-3000, 3000].Array[Lanes.LabelCount].Array[1, 12].Sample(scores =>
    {
        var (lattice, workspace, expected) = (new MentionLattice(Chain, Lanes), new MentionLatticeWorkspace(Lanes), new LinearChainWorkspace());
        workspace.Begin(scores.Length);
        expected.Begin(Chain, scores.Length);
        for (int i = 0; i < scores.Length; i++)
        {
            workspace.ScoresAt(i).Fill(1_000_000);
            for (int label = 0; label < Lanes.LabelCount; label++)
                workspace.ScoresAt(i)[Lanes.Of(label)] = expected.Emissions(i)[label] = scores[i][label];
        }

        Assert.True(lattice.Run(workspace));
        Assert.True(Chain.ForwardBackward(expected));
        for (int i = 0; i < scores.Length; i++)
        {
            ulong likely = lattice.Likely(workspace, i, 0.02);
            for (int label = 0; label < Lanes.LabelCount; label++)
            {
                int lane = Lanes.Of(label);
                Assert.Equal(Chain.Marginal(expected, i, label), lattice.Marginal(workspace, i, lane), 1e-12);
                Assert.Equal(lattice.Marginal(workspace, i, lane) >= 0.02, (likely >> lane & 1) != 0);
                if (i == 0) continue;
                for (int previous = 0; previous < Lanes.LabelCount; previous++)
                {
                    double step = Chain.Step(expected, i, previous, label);
                    Assert.Equal(step, lattice.Step(workspace, i, Lanes.Of(previous), lane), Math.Max(1e-12, step * 1e-12));
                }
            }
        }
    }, iter: 50);

    /// <summary>A mention cannot go on where none has begun, however sure the scores are of it.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Where_no_labelling_is_possible_all_probabilities_are_zero(int at)
    {
        const int Length = 4, Sure = 1_000_000_000;
        var (lattice, workspace) = (new MentionLattice(Chain, Lanes), new MentionLatticeWorkspace(Lanes));
        workspace.Begin(Length);
        Assert.True(lattice.Run(workspace));
        int inside = Lanes.Of(ChainLabels.Of(0, 1, 3));
        for (int i = 0; i <= at; i++) workspace.ScoresAt(i)[i == at ? inside : Lanes.Of(ChainLabels.Outside)] = Sure;

        Assert.False(lattice.Run(workspace));
        for (int i = 0; i < Length; i++)
        {
            for (int lane = 0; lane < Lanes.Count; lane++)
                Assert.Equal((0, 0), (lattice.Begun(workspace, i, lane), lattice.Following(workspace, i, lane)));
        }
    }

    [Fact]
    public void What_has_begun_and_what_follows_make_a_probability()
    {
        var (lattice, workspace) = (new MentionLattice(Chain, Lanes), new MentionLatticeWorkspace(Lanes));
        workspace.Begin(3);
        Assert.True(lattice.Run(workspace));
        for (int i = 0; i < 3; i++)
        {
            for (int lane = 0; lane < Lanes.Count; lane++)
                Assert.Equal(lattice.Marginal(workspace, i, lane), lattice.Begun(workspace, i, lane) * lattice.Following(workspace, i, lane));
            Assert.Equal(1, Enumerable.Range(0, Lanes.Count).Sum(lane => lattice.Marginal(workspace, i, lane)), 1e-12);
        }
    }

    [Fact]
    public void A_long_sequence_can_be_given_up()
    {
        var (lattice, workspace) = (new MentionLattice(Chain, Lanes), new MentionLatticeWorkspace(Lanes));
        workspace.Begin(300);

        Assert.Throws<OperationCanceledException>(() => lattice.Run(workspace, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(LabelScheme.MostLabels)]
    public void Each_label_has_a_lane_of_its_own(int kinds)
    {
        var of = new LabelLanes(kinds);
        var lanes = Enumerable.Range(0, of.LabelCount).Select(of.Of).ToArray();
        Assert.Equal(ChainLabels.CountFor(kinds), lanes.Distinct().Count());
        Assert.All(lanes, lane => Assert.InRange(lane, 0, of.Count - 1));
        Assert.InRange(of.Count, 1, 64);
        Assert.Equal(lanes.Select(lane => (byte)lane), of.OfLabels.ToArray());
        Assert.All(Enumerable.Range(0, of.LabelCount), label => Assert.Equal(ChainLabels.Starts(label), (of.Starts >> of.Of(label) & 1) != 0));
    }
}
