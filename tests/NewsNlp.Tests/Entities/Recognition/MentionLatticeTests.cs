using CsCheck;
using NewsNlp.Entities.Recognition;
using NewsNlp.Models;

namespace NewsNlp.Tests.Entities.Recognition;

public class MentionLatticeTests
{
    private static readonly LinearChainModel Chain = LinearChainModel.Read(NlpModel.Default.Open(ModelSection.Entities));

    /// <summary>The general chain, label by label, is the definition.</summary>
    [Fact]
    public void Probabilities_are_those_of_the_chain() => Gen.Int[-3000, 3000].Array[ChainLabels.Count].Array[1, 12].Sample(scores =>
    {
        var (lattice, workspace, expected) = (new MentionLattice(Chain), new MentionLatticeWorkspace(), new LinearChainWorkspace());
        workspace.Begin(scores.Length);
        expected.Begin(Chain, scores.Length);
        for (int i = 0; i < scores.Length; i++)
        {
            workspace.ScoresAt(i).Fill(1_000_000);
            for (int label = 0; label < ChainLabels.Count; label++)
                workspace.ScoresAt(i)[LabelLanes.Of(label)] = expected.Emissions(i)[label] = scores[i][label];
        }

        Assert.True(lattice.Run(workspace));
        Assert.True(Chain.ForwardBackward(expected));
        for (int i = 0; i < scores.Length; i++)
        {
            ulong likely = lattice.Likely(workspace, i, 0.02);
            for (int label = 0; label < ChainLabels.Count; label++)
            {
                int lane = LabelLanes.Of(label);
                Assert.Equal(Chain.Marginal(expected, i, label), lattice.Marginal(workspace, i, lane), 1e-12);
                Assert.Equal(lattice.Marginal(workspace, i, lane) >= 0.02, (likely >> lane & 1) != 0);
                if (i == 0) continue;
                for (int previous = 0; previous < ChainLabels.Count; previous++)
                {
                    double step = Chain.Step(expected, i, previous, label);
                    Assert.Equal(step, lattice.Step(workspace, i, LabelLanes.Of(previous), lane), Math.Max(1e-12, step * 1e-12));
                }
            }
        }
    }, iter: 50);

    [Fact]
    public void Each_label_has_a_lane_of_its_own()
    {
        var lanes = Enumerable.Range(0, ChainLabels.Count).Select(LabelLanes.Of).ToArray();
        Assert.Equal(lanes.Length, lanes.Distinct().Count());
        Assert.All(lanes, lane => Assert.InRange(lane, 0, LabelLanes.Count - 1));
        Assert.Equal(lanes.Select(lane => (byte)lane), LabelLanes.OfLabels.ToArray());
    }
}
