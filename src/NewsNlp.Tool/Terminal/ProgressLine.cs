using System.Globalization;
using NewsNlp.Tool.Archives;
using NewsNlp.Tool.Hosting;

namespace NewsNlp.Tool.Terminal;

/// <summary>
/// Says at the bottom of the terminal how far the work is, at which rate, and how long the rest will take. It is shown only where standard error is a terminal and the
/// output does not go to one, once the work has taken a while, and vanishes before anything else is said and at the end.
/// </summary>
internal sealed class ProgressLine(ToolHost host, bool enabled, Func<TimeSpan> clock, InputMeter meter)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.2);

    private TimeSpan _next = Patience;

    // Null while nothing shows: the library that draws it is not even loaded before.
    private ProgressDisplay? _display;

    /// <summary>So many articles are done.</summary>
    public void Report(long articles)
    {
        if (!enabled)
        {
            return;
        }

        var now = clock();
        if (now < _next)
        {
            return;
        }

        _next = now + Interval;
        var rate = articles / now.TotalSeconds;
        var text = string.Create(CultureInfo.InvariantCulture, $"{articles:N0} articles, {rate:N0} a second{TimeLeft(now)}");
        _display ??= ProgressDisplay.Show(host.Error, host.ErrorWidth, string.IsNullOrEmpty(host.NoColor), meter.Fraction is not null, text);
        _display.Update(meter.Fraction ?? 0, text);
    }

    public void Clear()
    {
        _display?.Close();
        _display = null;
    }

    /// <summary>The time that the rest will take at the rate so far.</summary>
    private string TimeLeft(TimeSpan now)
    {
        if (meter.Fraction is not { } read || read < 0.005)
        {
            return "";
        }

        var left = now * ((1 - read) / read);
        return string.Create(CultureInfo.InvariantCulture, $", {(int)left.TotalHours}:{left.Minutes:00}:{left.Seconds:00} left");
    }
}
