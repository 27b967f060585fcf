using System.Globalization;
using NewsNlp.Tool.Archives;
using NewsNlp.Tool.Commands;
using NewsNlp.Tool.Hosting;

namespace NewsNlp.Tool.Input;

/// <summary>Lists the articles of all inputs, in order; JSON Lines are read as they are asked for.</summary>
internal sealed class JobSource(AnnotateSettings settings, ToolHost host, InputMeter meter)
{
    private const string StandardInput = "-";

    /// <summary>What can be said against an input before any work is done.</summary>
    public static string? Check(string input) =>
        input == StandardInput || File.Exists(input) ? null
        : Directory.Exists(input) ? $"{input}: is a directory, not a file"
        : $"{input}: no such file";

    /// <summary>Whether the inputs are one article at most, so that JSON output is one object.</summary>
    public bool IsSingle => settings.Inputs.Count == 1 && FormatOf(settings.Inputs[0]) != InputFormat.Jsonl;

    /// <param name="inputs">The inputs.</param>
    /// <param name="done">How many articles to leave out, since they are done.</param>
    public IEnumerable<Job> Read(IReadOnlyList<string> inputs, long done = 0)
    {
        meter.Total = inputs.All(input => input != StandardInput) ? inputs.Sum(input => new FileInfo(input).Length) : 0;
        var number = 0;
        foreach (var input in inputs)
        {
            var format = FormatOf(input);
            foreach (var job in format == InputFormat.Jsonl ? ReadLines(input) : [Whole(input, format)])
            {
                job.Number = ++number;
                if (number > done)
                {
                    yield return job;
                }
            }
        }
    }

    /// <summary>What a file holds: what was said, else by its ending, behind which may stand that of its compression.</summary>
    public static InputFormat FormatOf(string input, InputFormat said)
    {
        if (said != InputFormat.Auto)
        {
            return said;
        }

        return Path.GetExtension(Compression.PlainName(input)).ToUpperInvariant() switch
        {
            ".JSONL" or ".NDJSON" => InputFormat.Jsonl,
            ".HTML" or ".HTM" or ".XHTML" => InputFormat.Html,
            _ => InputFormat.Text,
        };
    }

    private InputFormat FormatOf(string input) => FormatOf(input, settings.InputFormat);

    private Job Whole(string input, InputFormat format)
    {
        var isStandard = input == StandardInput;
        Func<byte[]> load = isStandard ? ReadStandardInput : () => ReadWhole(input);
        var length = isStandard ? 0 : new FileInfo(input).Length;
        var id = isStandard ? null : input;
        return format == InputFormat.Html
            ? new HtmlJob(load, length, id) { Place = NameOf(input) }
            : new TextJob(load, length, id) { Place = NameOf(input) };
    }

    private IEnumerable<Job> ReadLines(string input)
    {
        var name = NameOf(input);
        using var lines = Open(input, out var problem);
        if (lines is null)
        {
            yield return new BrokenJob(problem!, isRecord: false) { Place = name };
            yield break;
        }

        while (Next(lines, out problem) is var line && (line is not null || problem is not null))
        {
            var place = $"{name}:{lines.LineNumber.ToString(CultureInfo.InvariantCulture)}";
            var job = line is not null
                ? (Job)new LineJob(line) { Place = place }
                : new BrokenJob(problem!, problem is InputException) { Place = place };
            yield return job;
            if (!job.IsRecord)
            {
                yield break;
            }
        }
    }

    private LineReader? Open(string input, out Exception? problem)
    {
        problem = null;
        try
        {
            return new LineReader(TextDecoder.ToUtf8(input == StandardInput ? host.Input : OpenFile(input)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = exception;
            return null;
        }
    }

    /// <returns>The next line that holds anything; null at the end, or where there is a problem instead.</returns>
    private static byte[]? Next(LineReader lines, out Exception? problem)
    {
        problem = null;
        try
        {
            byte[]? line;
            do
            {
                line = lines.Read();
            }
            while (line is not null && !line.AsSpan().ContainsAnyExcept(" \t\r"u8));
            return line;
        }
        catch (Exception exception) when (exception is InputException or IOException)
        {
            problem = exception;
            return null;
        }
    }

    private Stream OpenFile(string input) => Compression.Unpack(meter.Open(input), Compression.KindOf(input));

    private byte[] ReadWhole(string input)
    {
        using var file = OpenFile(input);
        using var memory = new MemoryStream();
        file.CopyTo(memory);
        return memory.ToArray();
    }

    private byte[] ReadStandardInput()
    {
        using var memory = new MemoryStream();
        host.Input.CopyTo(memory);
        return memory.ToArray();
    }

    private static string NameOf(string input) => input == StandardInput ? "standard input" : input;
}
