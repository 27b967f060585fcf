using System.Diagnostics;
using NewsNlp.Fuzz.Generation;
using NewsNlp.Fuzz.Work;

namespace NewsNlp.Fuzz.Runs;

/// <summary>
/// What a text takes, counted: steps for each token, beside those of news, and the longest stretch without a look at the cancellation token, in
/// steps and in time. A cancelled text ends no later than that stretch takes.
/// </summary>
internal static class WorkTable
{
    private const int Rounds = 2;

    /// <summary>Prints a row for each kind.</summary>
    public static void Print(TextWriter output, int length, long mostSteps, IEnumerable<string> kinds)
    {
        var library = CountedLibrary.Load();
        int newsTokens = library.Process(NewsTexts.Make(100_000));
        double news = (double)WorkCounter.Steps / newsTokens;
        output.WriteLine($"{"",-16}{"tokens",10}{"steps/token",12}{"of news",8}{"looks",9}{"longest",12}{"ms",8}");
        foreach (string kind in kinds)
        {
            string text = kind == "news" ? NewsTexts.Make(length) : AdversarialTexts.Make(kind, length);
            int tokens = library.Process(text, mostSteps);
            var places = WorkCounter.LongStretches.OrderByDescending(place => place.Value).Take(20).ToList();
            double steps = (double)WorkCounter.Steps / Math.Max(tokens, length / 20);
            output.WriteLine(
                $"{kind,-16}{tokens,10}{steps,12:F0}{steps / news,8:F2}{WorkCounter.Looks,9}{WorkCounter.LongestStretch,12}{LongestTime(library, text),8:F1}");
            places.ForEach(place => output.WriteLine($"    {place.Value,6} x {place.Key}"));
            output.Flush();
        }
    }

    // Each look is reached in each round; what another program on the machine adds to one of the rounds is left out.
    private static double LongestTime(CountedLibrary library, string text)
    {
        long[]? shortest = null;
        for (int round = 0; round < Rounds; round++)
        {
            var times = new List<long>(1 << 22);
            GC.Collect();
            WorkCounter.Times = times;
            library.Process(text);
            WorkCounter.Times = null;
            shortest = shortest is null ? [.. times] : [.. shortest.Zip(times, Math.Min)];
        }

        return shortest!.Max() * 1000.0 / Stopwatch.Frequency;
    }
}
