using System.Globalization;
using NewsNlp.Tests.Entities.Values;

namespace NewsNlp.ComparisonBenchmarks.Values;

/// <summary>
/// Scores values against the gold: how many expressions have the right value, found in their sentences and with the expression given. For
/// the peer, which leaves a weekday's week and a month's year open, the first of its readings counts, and in another column any of them.
/// </summary>
internal static class ValueComparison
{
    /// <param name="output">Where the table goes.</param>
    /// <param name="file">The gold; the tests' own if null.</param>
    /// <param name="verbose">Whether to list what is wrong.</param>
    public static void Run(TextWriter output, string? file, bool verbose)
    {
        var all = GoldValue.Read(file ?? Path.Combine(AppContext.BaseDirectory, "Values/Gold/values.txt"));
        var ours = new GoldValueReader();
        output.WriteLine("| label | expressions | NewsNlp, in the sentence | Recognizers, first reading | Recognizers, any reading | NewsNlp, expression given | Recognizers, first | Recognizers, any |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        var total = new int[6];
        foreach (var group in all.GroupBy(gold => gold.Label))
        {
            var counts = new int[6];
            foreach (var gold in group) Score(gold, ours, counts, verbose ? output : null);
            Write(output, group.Key, group.Count(), counts);
            for (int i = 0; i < counts.Length; i++) total[i] += counts[i];
        }

        Write(output, "all", all.Length, total);
    }

    private static void Score(GoldValue gold, GoldValueReader ours, int[] counts, TextWriter? output)
    {
        var sentence = RecognizersPeer.Read(gold.Sentence, gold.Start, gold.Length, gold.Label, gold.Published);
        var alone = RecognizersPeer.Read(gold.Expression, 0, gold.Length, gold.Label, gold.Published);
        var (found, read) = (ours.Find(gold), ours.Read(gold));
        counts[0] += gold.Accepts(found) ? 1 : 0;
        counts[3] += gold.Accepts(read) ? 1 : 0;
        if (output is not null && !(gold.Accepts(found) && gold.Accepts(read)))
            output.WriteLine($"<!-- {gold.Line}: {gold.Label} [{gold.Expression}] NewsNlp: {found ?? "none"}, given {read ?? "none"}; gold {string.Join(" or ", gold.Forms)} -->");
        Count(gold, sentence, counts, 1);
        Count(gold, alone, counts, 4);
        if (output is not null && !sentence.Any(form => Accepts(gold, form)))
            output.WriteLine($"<!-- {gold.Line}: {gold.Label} [{gold.Expression}] Recognizers: {string.Join(", ", sentence)}; gold {string.Join(" or ", gold.Forms)} -->");
    }

    private static void Count(GoldValue gold, IReadOnlyList<string> forms, int[] counts, int at)
    {
        // A pair of results stands for a range and is last.
        if (forms.Count > 0 && (Accepts(gold, forms[0]) || forms.Count == 3 && Accepts(gold, forms[2]))) counts[at]++;
        if (forms.Any(form => Accepts(gold, form))) counts[at + 1]++;
    }

    /// <summary>Of times, the zone is not asked of the peer; its own conventions about the ends of periods count as right.</summary>
    private static bool Accepts(GoldValue gold, string form) =>
        gold.Accepts(form) || gold.Label == "Time" && gold.Forms.Any(right => right.Split(' ')[0] == form)
        || gold.Label == "Date" && gold.Forms.Any(right => PeerConventions.Accept(gold.Expression, form, right))
        || form.EndsWith(" foot", StringComparison.Ordinal) && gold.Accepts(ValueForm.Number(Math.Round(12 * Amount(form))) + " inch")
        || form.EndsWith(" pence", StringComparison.Ordinal) && gold.Accepts(Hundredth(form) + " GBP")
        || form.EndsWith(" cent", StringComparison.Ordinal) && gold.Accepts(Hundredth(form) + " USD");

    private static string Hundredth(string form) => ValueForm.Number(Amount(form) / 100);

    private static decimal Amount(string form) => decimal.Parse(form.Split(' ')[0].Split("..")[0], CultureInfo.InvariantCulture);

    private static void Write(TextWriter output, string label, int count, int[] right) =>
        output.WriteLine($"| {label} | {count} | {string.Join(" | ", right.Select(value => value.ToString(CultureInfo.InvariantCulture)))} |");
}
