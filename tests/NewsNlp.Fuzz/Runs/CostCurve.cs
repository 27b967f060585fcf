using NewsNlp.Fuzz.Generation;

namespace NewsNlp.Fuzz.Runs;

/// <summary>
/// What adversarial texts of growing length cost for each token, in processor time, against news: the cost must stay flat, and below
/// three times that of news.
/// </summary>
internal static class CostCurve
{
    private const int NewsLength = 100_000;

    /// <summary>Prints a row for each kind: nanoseconds a token (or a code unit, where tokens are fewer than one in 20) at each length.</summary>
    public static void Print(TextWriter output, IReadOnlyList<int> lengths, IReadOnlyList<string> kinds)
    {
        var pipeline = NlpPipeline.CreateDefault();
        for (int i = 0; i < 20; i++) pipeline.Process(NewsTexts.Make(20_000));
        var news = lengths.Select(length => Cost(pipeline, NewsTexts.Make(length))).ToArray();
        output.WriteLine($"{"length",-16}{string.Concat(lengths.Select(length => $"{length,10}"))}");
        output.WriteLine($"{"news",-16}{string.Concat(news.Select(cost => $"{cost,10:F0}"))}");
        double unit = news.Min();
        foreach (string kind in kinds)
        {
            var costs = lengths.Select(length => Cost(pipeline, AdversarialTexts.Make(kind, length))).ToArray();
            string flag = costs.Max() > 3 * unit ? "  ABOVE 3 x NEWS" : string.Empty;
            output.WriteLine($"{kind,-16}{string.Concat(costs.Select(cost => $"{cost,10:F0}"))}{flag}");
        }
    }

    private static double Cost(NlpPipeline pipeline, string text)
    {
        double best = double.MaxValue;
        for (int round = 0; round < (text.Length <= NewsLength ? 5 : 1); round++)
        {
            // Not the time on the clock: others may be at work on the machine.
            var start = Environment.CpuUsage.TotalTime;
            int tokens = pipeline.Process(text).Tokens.Count;
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalNanoseconds / Math.Max(tokens, text.Length / 20.0));
        }

        return best;
    }
}
