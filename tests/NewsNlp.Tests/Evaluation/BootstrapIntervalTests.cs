using NewsNlp.Evaluation;

namespace NewsNlp.Tests.Evaluation;

public sealed class BootstrapIntervalTests
{
    private static readonly Share[] Documents = [.. Enumerable.Range(0, 40).Select(i => new Share(i % 5, 4))];

    [Fact]
    public void The_same_seed_gives_the_same_interval_and_another_another()
    {
        var interval = BootstrapInterval.Of(Documents, share => share.Value, 500, 7);
        Assert.Equal(interval, BootstrapInterval.Of(Documents, share => share.Value, 500, 7));
        Assert.NotEqual(interval, BootstrapInterval.Of(Documents, share => share.Value, 500, 8));
    }

    [Fact]
    public void It_lies_around_the_figure_as_wide_as_theory_has_it()
    {
        // Shares of 0, 1/4, ... 1, equally often: mean 1/2, variance 1/8; the mean of 40 strays by 1.96 · sqrt(1/320) = 0.11.
        var interval = BootstrapInterval.Of(Documents, share => share.Value, 4000);
        Assert.InRange(interval.Low, 0.5 - 0.11 - 0.02, 0.5 - 0.11 + 0.02);
        Assert.InRange(interval.High, 0.5 + 0.11 - 0.02, 0.5 + 0.11 + 0.02);
    }

    [Fact]
    public void Documents_that_are_alike_leave_no_doubt() =>
        Assert.Equal(new BootstrapInterval(0.5, 0.5), BootstrapInterval.Of([new Share(1, 2), new Share(1, 2)], share => share.Value));

    [Fact]
    public void There_must_be_documents_and_samples()
    {
        Assert.Throws<ArgumentException>(() => BootstrapInterval.Of(Array.Empty<Share>(), share => share.Value));
        Assert.Throws<ArgumentOutOfRangeException>(() => BootstrapInterval.Of(Documents, share => share.Value, 0));
    }
}
