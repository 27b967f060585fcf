using System.Globalization;
using NewsNlp.Tool.Archives;

namespace NewsNlp.Tool.Terminal;

/// <summary>
/// A line at the bottom of the terminal that says how far the work is, at which rate, and how long the rest will take. It is shown only where standard error is a
/// terminal and the output does not go to one, and vanishes before anything else is said and at the end.
/// </summary>
internal sealed class ProgressLine(TextWriter error, bool enabled, Func<TimeSpan> clock, InputMeter meter)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.2);

    private const int Columns = 24;

    private TimeSpan _next = Patience;
    private bool _shown;

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
        Clear();
        error.Write(Bar(now) + string.Create(CultureInfo.InvariantCulture, $"{articles:N0} articles, {rate:N0} a second"));
        error.Write(TimeLeft(now));
        _shown = true;
    }

    /// <summary>How much of the input is read, as a bar and in percent; nothing where its length is not known.</summary>
    private string Bar(TimeSpan now)
    {
        if (meter.Fraction is not { } fraction || now <= TimeSpan.Zero)
        {
            return "";
        }

        int full = (int)(fraction * Columns);
        return string.Create(CultureInfo.InvariantCulture, $"{new string('█', full)}{new string('░', Columns - full)} {Math.Floor(fraction * 100)}%  ");
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

    public void Clear()
    {
        if (_shown)
        {
            error.Write("\r\e[K");
            _shown = false;
        }
    }
}
