using CsCheck;
using NewsNlp.Models;

namespace NewsNlp.Training.Tests.Learning;

public class LinearChainModelTests
{
    [Fact]
    public void The_best_labelling_is_the_one_that_enumeration_finds() => ChainSample.Any.Sample(sample =>
    {
        var all = sample.Enumerate();
        var labels = new byte[sample.Length];
        bool possible = sample.Model.Decode(sample.Begin(), labels, out long score);
        Assert.Equal(all.Count > 0, possible);
        if (!possible) return;
        Assert.Equal(all[0].Score, score);
        Assert.Contains(all, x => x.Score == score && x.Labels.AsSpan().SequenceEqual(labels));
    }, iter: 5000);

    [Fact]
    public void The_k_best_labellings_are_those_that_enumeration_finds() => ChainSample.Any.Sample(sample =>
    {
        var all = sample.Enumerate();
        for (int count = 1; count <= 20; count += 6)
        {
            var labels = new byte[count * sample.Length];
            var scores = new long[count];
            int found = sample.Model.DecodeBest(sample.Begin(), count, labels, scores);
            Assert.Equal(Math.Min(count, all.Count), found);
            Assert.Equal(all.Take(found).Select(x => x.Score), scores[..found]);
            var paths = Enumerable.Range(0, found).Select(k => Convert.ToHexString(labels, k * sample.Length, sample.Length)).ToList();
            Assert.Equal(found, paths.Distinct().Count());
            for (int k = 0; k < found; k++)
                Assert.Contains(all, x => x.Score == scores[k] && Convert.ToHexString(x.Labels) == paths[k]);
        }
    }, iter: 2000);

    [Fact]
    public void With_a_margin_the_labellings_that_are_farther_behind_are_left_out() => ChainSample.Any.Sample(sample =>
    {
        const int Most = 16;
        var (all, near) = (new byte[Most * sample.Length], new byte[Most * sample.Length]);
        var (allScores, nearScores) = (new long[Most], new long[Most]);
        int found = sample.Model.DecodeBest(sample.Begin(), Most, all, allScores);
        if (found == 0) return;
        long margin = (allScores[0] - allScores[found - 1]) / 2;
        int expected = allScores.AsSpan(0, found).ToArray().Count(score => allScores[0] - score <= margin);
        Assert.Equal(expected, sample.Model.DecodeBest(sample.Begin(), Most, near, nearScores, margin));
        Assert.Equal(allScores[..expected], nearScores[..expected]);
        Assert.Equal(all[..(expected * sample.Length)], near[..(expected * sample.Length)]);
    }, iter: 2000);

    [Fact]
    public void Marginals_are_those_that_enumeration_gives() => ChainSample.Any.Sample(sample =>
    {
        var all = sample.Enumerate();
        var workspace = sample.Begin();
        Assert.Equal(all.Count > 0, sample.Model.ForwardBackward(workspace));
        if (all.Count == 0) return;
        double top = all[0].Score, quantum = sample.Model.Table.Quantum;
        var weights = all.Select(x => Math.Exp((x.Score - top) * quantum)).ToList();
        double total = weights.Sum();
        for (int i = 0; i < sample.Length; i++)
        {
            for (int label = 0; label < sample.Model.LabelCount; label++)
            {
                double expected = all.Zip(weights).Where(x => x.First.Labels[i] == label).Sum(x => x.Second) / total;
                Assert.Equal(expected, sample.Model.Marginal(workspace, i, label), 1e-9);
            }
        }
        byte[] best = all[0].Labels;
        for (int start = 0; start < sample.Length; start++)
        {
            var segment = best.AsSpan(start, Math.Min(3, sample.Length - start)).ToArray();
            double expected = all.Zip(weights)
                .Where(x => x.First.Labels.AsSpan(start, segment.Length).SequenceEqual(segment)).Sum(x => x.Second) / total;
            Assert.Equal(expected, sample.Model.SegmentProbability(workspace, start, segment), 1e-9);
        }
    }, iter: 2000);

    [Fact]
    public void A_workspace_carries_nothing_from_one_sequence_to_the_next()
    {
        var shared = new LinearChainWorkspace();
        ChainSample.Any.Sample(sample =>
        {
            var fresh = new byte[sample.Length];
            var reused = new byte[sample.Length];
            bool possible = sample.Model.Decode(sample.Begin(), fresh, out long expected);
            lock (shared)
            {
                Assert.Equal(possible, sample.Model.Decode(sample.Begin(shared), reused, out long score));
                Assert.Equal(expected, score);
                Assert.Equal(fresh, reused);
                sample.Model.ForwardBackward(shared);
                sample.Model.DecodeBest(sample.Begin(shared), 4, new byte[4 * sample.Length], new long[4]);
            }
        }, iter: 1000);
    }
}
