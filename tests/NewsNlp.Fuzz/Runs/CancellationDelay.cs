using NewsNlp.Fuzz.Generation;

namespace NewsNlp.Fuzz.Runs;

/// <summary>
/// How long a pipeline works on after it was cancelled, in processor time: adversarial texts and news are cancelled at many places, spread
/// over the time that they take.
/// </summary>
internal static class CancellationDelay
{
    /// <summary>What is promised, in milliseconds.</summary>
    public const double Most = 20;

    /// <summary>Prints a row for each kind: the longest delay, and which stage it was in.</summary>
    /// <returns>Whether all are as short as promised.</returns>
    public static bool Print(TextWriter output, int length, int places, IEnumerable<string> kinds)
    {
        var pipeline = NlpPipeline.CreateDefault();
        bool all = true;
        pipeline.Process(NewsTexts.Make(100_000));

        // The first exception of a process takes the runtime some 40 ms.
        Delay(pipeline, NewsTexts.Make(100_000), TimeSpan.FromMilliseconds(1));
        foreach (string kind in kinds)
        {
            string text = kind == "news" ? NewsTexts.Make(length) : AdversarialTexts.Make(kind, length);
            var whole = Delay(pipeline, text, Timeout.InfiniteTimeSpan).Time;
            var delays = Enumerable.Range(0, places).Select(i => Delay(pipeline, text, whole * (i + 0.5) / places)).ToList();
            var (time, place) = delays.MaxBy(delay => delay.Time);
            all &= time.TotalMilliseconds <= Most;
            output.WriteLine(
                $"{kind,-16}{whole.TotalMilliseconds,10:F0} ms whole, cancelled {time.TotalMilliseconds,7:F1} ms late at worst {place}"
                + (time.TotalMilliseconds > Most ? "  ABOVE" : string.Empty));
            output.Flush();
        }

        return all;
    }

    // The delay behind the cancellation, or the whole time where there was none.
    private static (TimeSpan Time, string Place) Delay(NlpPipeline pipeline, string text, TimeSpan after)
    {
        using var source = new CancellationTokenSource();
        GC.Collect();
        var start = Environment.CpuUsage.TotalTime;
        var cancelled = start;
        bool ends = false;
        Thread? canceller = null;
        if (after != Timeout.InfiniteTimeSpan)
        {
            canceller = new Thread(() =>
            {
                while (!Volatile.Read(ref ends) && Environment.CpuUsage.TotalTime - start < after) Thread.Sleep(1);
                source.Cancel();
                cancelled = Environment.CpuUsage.TotalTime;
            });
            canceller.Priority = ThreadPriority.Highest;
            canceller.Start();
        }

        string place = string.Empty;
        try
        {
            pipeline.Process(text, cancellationToken: source.Token);
        }
        catch (OperationCanceledException exception)
        {
            place = exception.StackTrace!.Split('\n').Select(line => line.Trim().Split('(')[0]).Where(line => line.Contains(".NewsNlp.", StringComparison.Ordinal) || line.Contains("NewsNlp.", StringComparison.Ordinal))
                .Take(2).Aggregate((a, b) => $"{a} <- {b}").Replace("at NewsNlp.", string.Empty, StringComparison.Ordinal);
        }

        var end = Environment.CpuUsage.TotalTime;
        Volatile.Write(ref ends, true);
        canceller?.Join();
        return (canceller is not null && place.Length == 0 ? TimeSpan.Zero : end - cancelled, place);
    }
}
