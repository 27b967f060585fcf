using NewsNlp.Tool.Commands;
using NewsNlp.Tool.Hosting;

namespace NewsNlp.Tool.Input;

/// <summary>Lists the articles of all inputs, in order; JSON Lines are read as they are asked for.</summary>
internal sealed class JobSource(AnnotateSettings settings, ToolHost host)
{
    private const string StandardInput = "-";

    /// <summary>What can be said against an input before any work is done.</summary>
    public static string? Check(string input) =>
        input == StandardInput || File.Exists(input) ? null
        : Directory.Exists(input) ? $"{input}: is a directory, not a file"
        : $"{input}: no such file";

    /// <summary>Whether the inputs are one article at most, so that JSON output is one object.</summary>
    public bool IsSingle => settings.Inputs.Count == 1 && FormatOf(settings.Inputs[0]) != InputFormat.Jsonl;

    public IEnumerable<Job> Read(IEnumerable<string> inputs)
    {
        var number = 0;
        foreach (var input in inputs)
        {
            var format = FormatOf(input);
            foreach (var job in format == InputFormat.Jsonl ? ReadLines(input) : [Whole(input, format)])
            {
                job.Number = ++number;
                yield return job;
            }
        }
    }

    private InputFormat FormatOf(string input)
    {
        if (settings.InputFormat != InputFormat.Auto)
        {
            return settings.InputFormat;
        }

        return Path.GetExtension(input).ToUpperInvariant() switch
        {
            ".JSONL" or ".NDJSON" => InputFormat.Jsonl,
            ".HTML" or ".HTM" or ".XHTML" => InputFormat.Html,
            _ => InputFormat.Text,
        };
    }

    private Job Whole(string input, InputFormat format)
    {
        var isStandard = input == StandardInput;
        Func<byte[]> load = isStandard ? ReadStandardInput : () => File.ReadAllBytes(input);
        var length = isStandard ? 0 : new FileInfo(input).Length;
        var id = isStandard ? null : input;
        return format == InputFormat.Html
            ? new HtmlJob(load, length, id) { Place = NameOf(input) }
            : new TextJob(load, length, id) { Place = NameOf(input) };
    }

    private IEnumerable<Job> ReadLines(string input)
    {
        using var stream = TextDecoder.ToUtf8(input == StandardInput ? host.Input : File.OpenRead(input));
        using var lines = new LineReader(stream);
        while (Next(lines) is { } job)
        {
            yield return job(NameOf(input) + ":" + lines.LineNumber.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static Func<string, Job>? Next(LineReader lines)
    {
        try
        {
            while (lines.Read() is { } line)
            {
                if (line.AsSpan().ContainsAnyExcept(" \t\r"u8))
                {
                    return place => new LineJob(line) { Place = place };
                }
            }

            return null;
        }
        catch (InputException problem)
        {
            return place => new BrokenLineJob(problem) { Place = place };
        }
    }

    private byte[] ReadStandardInput()
    {
        using var memory = new MemoryStream();
        host.Input.CopyTo(memory);
        return memory.ToArray();
    }

    private static string NameOf(string input) => input == StandardInput ? "standard input" : input;
}
