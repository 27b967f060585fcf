using System.CommandLine;
using System.Globalization;
using NewsNlp.Training.Diagnostics;

namespace NewsNlp.Training.Commands;

/// <summary>`debug-data`: says what is in data files and what is wrong with them, before something is trained on them.</summary>
internal static class DebugDataCommand
{
    private const int Examples = 3;

    public static Command Create()
    {
        var files = new Argument<string[]>("files")
        {
            Description = "The files to look at, relative to the data folder; without any all that can be read.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var data = CommonOptions.Data();
        var command = new Command("debug-data", "Counts labels, finds spans that are misaligned, crossing or outside the text, and what training and development sets share.")
        {
            files, data,
        };
        command.SetAction(result =>
        {
            try
            {
                Run(result.GetValue(data)!, result.GetValue(files) ?? [], Console.Out);
                return 0;
            }
            catch (TrainingException e)
            {
                Console.Error.WriteLine(e.Message);
                return 1;
            }
        });
        return command;
    }

    /// <summary>Looks at files; all of the folder that can be read where none are named.</summary>
    public static void Run(string folder, IReadOnlyList<string> files, TextWriter output)
    {
        if (!Directory.Exists(folder)) throw new TrainingException($"There is no folder {folder}; give the data folder with --data.");
        if (files.Count == 0)
        {
            files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
                .Where(DataSet.CanRead).Order(StringComparer.Ordinal)];
        }
        var sets = new List<DataSet>();
        foreach (string file in files)
        {
            sets.Add(DataSet.Read(folder, file));
            Write(sets[^1], output);
        }
        foreach (var development in sets.Where(set => set.File.Contains("-dev", StringComparison.Ordinal)))
        {
            foreach (var training in sets.Where(set => set.File.Contains("-train", StringComparison.Ordinal)))
            {
                var shared = DataOverlap.Of(training, development);
                if (shared.Documents + shared.Passages == 0) continue;
                Line(output, $"{development.File} shares {shared.Documents:N0} documents and {shared.Passages:N0} of {shared.OfPassages:N0} sentences or lines with {training.File}");
            }
        }
    }

    private static void Write(DataSet set, TextWriter output)
    {
        Line(output, $"{set.File}: {set.Documents.Count:N0} documents, {set.Documents.Sum(document => document.Passages.Count):N0} sentences or lines, {set.Documents.Sum(document => document.TokenCount):N0} tokens");
        var labels = set.Documents.SelectMany(document => document.Labels).GroupBy(label => label, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal);
        Line(output, $"  labels: {string.Join(", ", labels.Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {group.Count():N0}")))}");
        int repeated = set.Documents.Count - set.Documents.Select(document => document.Text).Distinct(StringComparer.Ordinal).Count();
        if (repeated > 0) Line(output, $"  documents that repeat another one: {repeated:N0}");
        var problems = set.Documents.SelectMany(document => document.Problems).GroupBy(problem => problem.Kind, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in problems)
        {
            Line(output, $"  {group.Key}: {group.Count():N0}");
            foreach (var (_, where) in group.Take(Examples)) Line(output, $"    {where}");
        }
    }

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
