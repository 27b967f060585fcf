using System.Globalization;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;
using Microsoft.Recognizers.Text.Number;
using Microsoft.Recognizers.Text.NumberWithUnit;
using NewsNlp.Tests.Entities.Values;

namespace NewsNlp.ComparisonBenchmarks.Values;

/// <summary>What Microsoft.Recognizers.Text makes of an expression, in the forms of the gold.</summary>
internal static class RecognizersPeer
{
    private const string English = Culture.English;

    /// <summary>Its readings of one expression, the preferred one first; where several results lie in it, those of each and of the pair.</summary>
    public static IReadOnlyList<string> Read(string text, int start, int length, string label, DateOnly published)
    {
        var time = published.ToDateTime(new TimeOnly(12, 0));
        var results = label switch
        {
            "Date" or "Time" => DateTimeRecognizer.RecognizeDateTime(text, English, refTime: time),
            "Money" => NumberWithUnitRecognizer.RecognizeCurrency(text, English),
            "Percent" => NumberRecognizer.RecognizePercentage(text, English),
            "Ordinal" => NumberRecognizer.RecognizeOrdinal(text, English),
            "Cardinal" => NumberRecognizer.RecognizeNumber(text, English),
            _ => [
                .. NumberWithUnitRecognizer.RecognizeDimension(text, English), .. NumberWithUnitRecognizer.RecognizeAge(text, English),
                .. NumberWithUnitRecognizer.RecognizeTemperature(text, English), .. DateTimeRecognizer.RecognizeDateTime(text, English, refTime: time),
            ],
        };
        var inside = results.Where(result => result.Resolution is not null && result.Start < start + length && result.End >= start).ToArray();
        var forms = inside.SelectMany(result => Forms(result, label)).ToList();
        if (inside.Length == 2 && forms.Count == 2 && Pair(forms[0], forms[1]) is { } pair) forms.Add(pair);
        return forms;
    }

    private static IEnumerable<string> Forms(ModelResult result, string label)
    {
        if (result.Resolution.TryGetValue("values", out var values) && values is IEnumerable<Dictionary<string, string>> readings)
            return readings.Select(reading => label == "Quantity" ? Duration(result.Text, reading) : label == "Time" ? Time(reading) : Date(reading)).OfType<string>();
        var value = Text(result, "value");
        if (value is null) return [];
        if (label == "Money") return [Trim(value) + " " + Currency(result)];
        if (label == "Quantity") return [Trim(value) + " " + Unit(Text(result, "unit") ?? "")];
        return [Trim(value.TrimEnd('%'))];
    }

    private static string Trim(string value) => ValueForm.Trim(value.Replace(",", "", StringComparison.Ordinal));

    /// <summary>The code; "Dollar" and "Pound" without a country are those that the gold means, too, and a part of a currency counts as it.</summary>
    private static string Currency(ModelResult result) => Text(result, "isoCurrency") ?? Text(result, "unit") switch
    {
        "Dollar" => "USD",
        "Pound" => "GBP",
        "Pence" or "Penny" => "pence",
        "Cent" => "cent",
        "Rupee" => "INR",
        { } unit => unit,
        _ => "-",
    };

    private static string? Text(ModelResult result, string key) => result.Resolution.TryGetValue(key, out var value) ? value?.ToString() : null;

    private static string Unit(string unit) => unit switch
    {
        "Kilometer" => "kilometre",
        "Meter" => "metre",
        "Square hectometer" => "hectare",
        "Ton" or "Metric ton" or "Tonne" or "Metric Ton" => "tonne",
        "C" or "Degree Celsius" => "degree Celsius",
        "Mile per hour" => "mile an hour",
        "Square kilometer" => "square kilometre",
        "Liter" => "litre",
        _ => unit.ToLowerInvariant(),
    };

    private static string? Pair(string first, string second)
    {
        var (left, right) = (first.Split(' ', 2), second.Split(' ', 2));
        if (left.Length == 2 && left[1] == "foot" && right is [_, "inch"])
            return ValueForm.Number(12 * decimal.Parse(left[0], CultureInfo.InvariantCulture) + decimal.Parse(right[0], CultureInfo.InvariantCulture)) + " inch";
        return left.AsSpan(1).SequenceEqual(right.AsSpan(1)) ? $"{left[0]}..{second}" : null;
    }

    /// <summary>A duration is right if its seconds are; here in the unit that the expression itself names.</summary>
    private static string? Duration(string text, Dictionary<string, string> reading)
    {
        if (reading.GetValueOrDefault("type") != "duration" || !decimal.TryParse(reading.GetValueOrDefault("value"), CultureInfo.InvariantCulture, out var seconds)) return null;
        return text.Contains("hour", StringComparison.Ordinal) ? ValueForm.Number(seconds / 3600) + " hour"
            : text.Contains("minute", StringComparison.Ordinal) ? ValueForm.Number(seconds / 60) + " minute"
            : null;
    }

    private static string? Time(Dictionary<string, string> reading) =>
        reading.GetValueOrDefault("value") is { } value && reading["type"] == "time" ? value[..5] : null;

    private static string? Date(Dictionary<string, string> reading)
    {
        if (reading.GetValueOrDefault("timex") is { Length: 7 } timex && Array.IndexOf(["SP", "SU", "FA", "WI"], timex[5..]) is >= 0 and var season)
            return timex[..5] + (21 + season).ToString(CultureInfo.InvariantCulture);
        if (reading.GetValueOrDefault("value") is { } value) return Day(value) is { } day ? ValueForm.Days(day, day) : null;
        if (Day(reading.GetValueOrDefault("start")) is not { } first || Day(reading.GetValueOrDefault("end")) is not { } end) return null;

        // The end is not included, save where a part of one day is meant.
        return ValueForm.Days(first, reading["type"] == "daterange" ? end.AddDays(-1) : first);
    }

    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
