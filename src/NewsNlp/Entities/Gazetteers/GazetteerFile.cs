using System.Globalization;
using System.Text;
using NewsNlp.Documents;

namespace NewsNlp.Entities.Gazetteers;

/// <summary>Reads a gazetteer from lines of a phrase, a tab and a label.</summary>
internal static class GazetteerFile
{
    private const int MaxErrorsShown = 10;

    /// <summary>Reads to the end.</summary>
    /// <exception cref="FormatException">Lines are wrong; the message lists the first ones.</exception>
    public static GazetteerTable Read(TextReader reader, bool ignoreCase)
    {
        var builder = new GazetteerTableBuilder(ignoreCase);
        var labels = new Dictionary<string, EntityLabel>(StringComparer.Ordinal);
        var errors = new StringBuilder();
        int errorCount = 0;
        for (int number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (AddLine(builder, labels, line) is not { } error) continue;
            if (++errorCount <= MaxErrorsShown) errors.Append(CultureInfo.InvariantCulture, $"\nline {number}: {error}");
        }

        if (errorCount == 0) return builder.Build();
        if (errorCount > MaxErrorsShown) errors.Append(CultureInfo.InvariantCulture, $"\nand {errorCount - MaxErrorsShown} more");
        throw new FormatException($"The gazetteer cannot be read; a line is a phrase, a tab and a label.{errors}");
    }

    private static string? AddLine(GazetteerTableBuilder builder, Dictionary<string, EntityLabel> labels, string line)
    {
        int tab = line.IndexOf('\t', StringComparison.Ordinal);
        if (tab < 0) return $"There is no tab in '{line}'.";
        if (line.IndexOf('\t', tab + 1) >= 0) return $"There is more than one tab in '{line.Replace("\t", "\\t", StringComparison.Ordinal)}'.";
        string name = line[(tab + 1)..].Trim();
        if (name.Length == 0) return $"There is no label behind the tab in '{line[..tab]}'.";
        if (!labels.TryGetValue(name, out var label))
        {
            label = new EntityLabel(name);
            labels.Add(name, label);
        }

        return builder.Add(line[..tab], label);
    }
}
