using System.Globalization;
using NewsNlp.Tool.Commands;
using NewsNlp.Tool.Hosting;
using NewsNlp.Tool.Terminal;

namespace NewsNlp.Tool.Processing;

/// <summary>Tells of problems on standard error, a line each; after many it only counts.</summary>
internal sealed class ProblemReporter(ToolHost host, ProgressLine progress)
{
    private const int ShownAtMost = 20;

    private int _warnings;

    public int Count { get; private set; }

    public void Report(string message)
    {
        if (++Count <= ShownAtMost)
        {
            progress.Clear();
            CommandLine.Report(host, message);
        }
    }

    /// <summary>Something worth knowing that does not make the run fail.</summary>
    public void Warn(string message)
    {
        if (++_warnings <= ShownAtMost)
        {
            progress.Clear();
            CommandLine.Report(host, "warning: " + message);
        }
    }

    public void Summarize()
    {
        if (Count > ShownAtMost)
        {
            progress.Clear();
            CommandLine.Report(host, string.Create(CultureInfo.InvariantCulture, $"{Count} articles failed, {Count - ShownAtMost} of them not listed"));
        }
    }
}
