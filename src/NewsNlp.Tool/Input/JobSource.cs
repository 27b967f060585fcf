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
        foreach (var input in inputs)
        {
            var format = FormatOf(input);
            if (format == InputFormat.Jsonl)
            {
                foreach (var job in ReadLines(input))
                {
                    yield return job;
                }
            }
            else
            {
                yield return Whole(input);
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

    private TextJob Whole(string input)
    {
        if (input == StandardInput)
        {
            return new TextJob(ReadStandardInput, 0, id: null) { Place = NameOf(input) };
        }

        return new TextJob(() => File.ReadAllBytes(input), new FileInfo(input).Length, input) { Place = input };
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
