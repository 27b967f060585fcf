using System.Globalization;

namespace NewsNlp.ComparisonBenchmarks.Values;

/// <summary>
/// Where the peer means the same and counts otherwise: it narrows "early 2012" to four months, ends "2017 to 2021" when 2021 begins, and
/// starts "the next three days" tomorrow.
/// </summary>
internal static class PeerConventions
{
    private static readonly string[] Narrowed = ["early", "earlier", "late", "later", "mid", "beginning", "end"];

    /// <summary>Whether the days of a form are those of the gold but for such a convention.</summary>
    public static bool Accept(string expression, string form, string gold)
    {
        if (Days(form) is not { } peer || Days(gold) is not { } right) return false;
        if (Narrowed.Any(word => expression.Contains(word, StringComparison.Ordinal))) return peer.First >= right.First && peer.Last <= right.Last;
        bool isRange = expression.Contains(" to ", StringComparison.Ordinal) || expression.Contains(" and ", StringComparison.Ordinal) || expression.Contains('-', StringComparison.Ordinal);
        if (isRange) return peer.First == right.First && peer.Last < right.Last && peer.Last.DayNumber >= right.Last.DayNumber - 366;
        bool isRolling = expression.Contains("past", StringComparison.Ordinal) || expression.Contains("last", StringComparison.Ordinal) || expression.Contains("next", StringComparison.Ordinal);
        return isRolling && Math.Abs(peer.First.DayNumber - right.First.DayNumber) <= 1 && Math.Abs(peer.Last.DayNumber - right.Last.DayNumber) <= 1;
    }

    private static (DateOnly First, DateOnly Last)? Days(string form) =>
        form.Split("..") is [var first, var last] && Parse(first) is { } from && Parse(last) is { } to ? (from, to) : null;

    private static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
