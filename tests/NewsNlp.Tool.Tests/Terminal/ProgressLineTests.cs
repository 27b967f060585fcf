using NewsNlp.Tool.Archives;
using NewsNlp.Tool.Terminal;

namespace NewsNlp.Tool.Tests.Terminal;

public sealed class ProgressLineTests
{
    [Fact]
    public void Progress_shows_after_a_while_and_vanishes()
    {
        using var error = new StringWriter();
        var now = TimeSpan.Zero;
        var progress = new ProgressLine(error, enabled: true, () => now, new InputMeter());
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
    public void Where_the_length_of_the_input_is_known_a_bar_and_the_time_left_show()
    {
        using var error = new StringWriter();
        var meter = new InputMeter { Total = 4000 };
        meter.Add(1000);
        var progress = new ProgressLine(error, enabled: true, () => TimeSpan.FromSeconds(20), meter);

        progress.Report(500);

        Assert.Equal("██████░░░░░░░░░░░░░░░░░░ 25%  500 articles, 25 a second, 0:01:00 left", error.ToString());
    }

    [Fact]
    public void Where_nobody_looks_nothing_shows()
    {
        using var error = new StringWriter();
        var progress = new ProgressLine(error, enabled: false, () => TimeSpan.FromHours(1), new InputMeter());
        progress.Report(1);
        progress.Clear();
        Assert.Equal("", error.ToString());
    }
}
