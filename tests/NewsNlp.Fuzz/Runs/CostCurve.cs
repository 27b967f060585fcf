using System.Diagnostics;
using NewsNlp.Fuzz.Generation;

namespace NewsNlp.Fuzz.Runs;

/// <summary>What adversarial texts of growing length cost for each token, against news: the cost must stay flat.</summary>
internal static class CostCurve
{
    private const int NewsLength = 100_000;

    /// <summary>Prints a row for each kind: nanoseconds a token (or a code unit, where tokens are fewer than one in 20) at each length.</summary>
    public static void Print(TextWriter output, IReadOnlyList<int> lengths, IReadOnlyList<string> kinds)
    {
        var pipeline = NlpPipeline.CreateDefault();
        string article = string.Join("\n\n", Fragments.For(Targets.FuzzTargets.Create("pipeline")!).Seeds.Select(System.Text.Encoding.UTF8.GetString));
        string news = string.Concat(Enumerable.Repeat(article + "\n\n", NewsLength / article.Length + 1))[..NewsLength];
        for (int i = 0; i < 10; i++) Cost(pipeline, article);
        double unit = Math.Min(Cost(pipeline, news), Cost(pipeline, news));
        output.WriteLine($"news: {unit:F0} ns a token");
        foreach (string kind in kinds)
        {
            var costs = lengths.Select(length => Cost(pipeline, AdversarialTexts.Make(kind, length))).ToArray();
            string flag = costs[^1] > 3 * unit ? "  ABOVE 3 x NEWS" : string.Empty;
            output.WriteLine($"{kind,-16}{string.Concat(costs.Select(cost => $"{cost,10:F0}"))}{flag}");
        }
    }

    private static double Cost(NlpPipeline pipeline, string text)
    {
        double best = double.MaxValue;
        for (int round = 0; round < (text.Length < NewsLength ? 5 : 1); round++)
        {
            long start = Stopwatch.GetTimestamp();
            int tokens = pipeline.Process(text).Tokens.Count;
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / Math.Max(tokens, text.Length / 20.0));
        }

        return best;
    }
}
