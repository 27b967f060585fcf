using System.Globalization;

namespace NewsNlp.Tool.Terminal;

/// <summary>
/// A line at the bottom of the terminal that says how far the work is. It is shown only where standard error is a
/// terminal and the output does not go to one, and vanishes before anything else is said and at the end.
/// </summary>
internal sealed class ProgressLine(TextWriter error, bool enabled, Func<TimeSpan> clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.2);

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
        error.Write(string.Create(CultureInfo.InvariantCulture, $"{articles:N0} articles, {rate:N0} a second"));
        _shown = true;
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
