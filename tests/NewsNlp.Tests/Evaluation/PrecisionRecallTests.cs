using NewsNlp.Evaluation;

namespace NewsNlp.Tests.Evaluation;

public sealed class PrecisionRecallTests
{
    [Fact]
    public void F1_is_the_harmonic_mean()
    {
        var score = new PrecisionRecall(right: 3, system: 4, gold: 6);
        Assert.Equal((0.75, 0.5, 0.6), (score.Precision, score.Recall, Math.Round(score.F1, 12)));
    }

    [Fact]
    public void Nothing_on_a_side_is_zero_and_nothing_on_both_is_empty()
    {
        Assert.Equal((0, 0, 0), Of(new PrecisionRecall(0, 0, 5)));
        Assert.Equal((0, 0, 0), Of(new PrecisionRecall(0, 5, 0)));
        Assert.True(default(PrecisionRecall).IsEmpty);
        Assert.False(new PrecisionRecall(0, 5, 0).IsEmpty);
        static (double, double, double) Of(PrecisionRecall score) => (score.Precision, score.Recall, score.F1);
    }

    [Fact]
    public void Sums_are_micro_averages()
    {
        var sum = new PrecisionRecall(1, 1, 2) + new PrecisionRecall(0, 3, 2);
        Assert.Equal((0.25, 0.25), (sum.Precision, sum.Recall));
    }
}
