using NewsNlp.Tool.Terminal;

namespace NewsNlp.Tool.Tests.Terminal;

public sealed class ProgressLineTests
{
    [Fact]
    public void Progress_shows_after_a_while_and_vanishes()
    {
        using var error = new StringWriter();
        var now = TimeSpan.Zero;
        var progress = new ProgressLine(error, enabled: true, () => now);
        progress.Report(1);
        Assert.Equal("", error.ToString());
        now = TimeSpan.FromSeconds(2);
        progress.Report(3000);
        progress.Report(3001);
        progress.Clear();
        progress.Clear();
        Assert.Equal("3,000 articles, 1,500 a second\r\e[K", error.ToString());
    }

    [Fact]
    public void Where_nobody_looks_nothing_shows()
    {
        using var error = new StringWriter();
        var progress = new ProgressLine(error, enabled: false, () => TimeSpan.FromHours(1));
        progress.Report(1);
        progress.Clear();
        Assert.Equal("", error.ToString());
    }
}
