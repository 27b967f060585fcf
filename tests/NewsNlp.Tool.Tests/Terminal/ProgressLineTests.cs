using NewsNlp.Tool.Archives;
using NewsNlp.Tool.Hosting;
using NewsNlp.Tool.Terminal;
using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Terminal;

public sealed class ProgressLineTests : IDisposable
{
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private TimeSpan _now;
    private int _columns = 80;

    public void Dispose() => _error.Dispose();

    [Fact]
    public void Progress_shows_after_a_while_and_vanishes()
    {
        var progress = Create(new InputMeter());
        progress.Report(1);
        Assert.Equal("", _error.ToString());

        _now = TimeSpan.FromSeconds(2);
        progress.Report(3000);
        progress.Report(3001);
        Assert.EndsWith("3,000 articles, 1,500 a second", Assert.Single(Shown.Lines), StringComparison.Ordinal);
        Assert.False(Shown.IsCursorShown);

        progress.Clear();
        progress.Clear();
        Assert.Empty(Shown.Lines);
        Assert.Equal((0, 0), Shown.Cursor);
        Assert.True(Shown.IsCursorShown);
    }

    [Fact]
    public void Where_the_length_of_the_input_is_known_a_bar_and_the_time_left_show()
    {
        var meter = new InputMeter { Total = 4000 };
        meter.Add(1000);
        var progress = Create(meter);
        _now = TimeSpan.FromSeconds(20);

        progress.Report(500);

        var line = Assert.Single(Shown.Lines);
        Assert.Equal(24 / 4, line.Count(c => c == '━'));
        Assert.EndsWith(" 25% 500 articles, 25 a second, 0:01:00 left", line, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_drawn_over_itself_and_comes_back_behind_a_message()
    {
        var progress = Create(new InputMeter { Total = 4000 });
        for (int i = 1; i <= 5; i++)
        {
            _now = TimeSpan.FromSeconds(10 * i);
            progress.Report(100 * i);
            Assert.Contains($"{100 * i} articles, 10 a second", Assert.Single(Shown.Lines), StringComparison.Ordinal);
        }

        progress.Clear();
        _error.WriteLine("newsnlp: in.jsonl:7: not JSON");
        _now = TimeSpan.FromMinutes(1);
        progress.Report(600);

        Assert.Equal("newsnlp: in.jsonl:7: not JSON", Shown.Lines[0]);
        Assert.Equal(2, Shown.Lines.Length);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(55)]
    public void No_line_is_wider_than_the_terminal(int columns)
    {
        _columns = columns;
        var progress = Create(new InputMeter { Total = 4000 });
        _now = TimeSpan.FromHours(1);

        progress.Report(1_234_567);

        Assert.NotEmpty(Shown.Lines);
        Assert.All(Shown.Lines, line => Assert.True(line.Length <= columns, line));
        progress.Clear();
        Assert.Empty(Shown.Lines);
    }

    [Fact]
    public void Where_nobody_looks_nothing_shows()
    {
        var progress = Create(new InputMeter(), enabled: false);
        _now = TimeSpan.FromHours(1);
        progress.Report(1);
        progress.Clear();
        Assert.Equal("", _error.ToString());
    }

    private Screen Shown => new(_error.ToString());

    private ProgressLine Create(InputMeter meter, bool enabled = true)
    {
        var host = new ToolHost { Input = Stream.Null, Output = Stream.Null, Error = _error, LoadPipeline = _ => throw new InvalidOperationException(), ErrorWidth = () => _columns, NoColor = "1" };
        return new ProgressLine(host, enabled, () => _now, meter);
    }
}
