using System.CommandLine;

namespace NewsNlp.Tool.Commands;

/// <summary>What commands that read articles are told of them: which files, and what they hold.</summary>
internal sealed class InputOptions
{
    public Argument<string[]> Files { get; } = new("FILE")
    {
        Description = "Articles to read; none, or -, for standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Choice<InputFormat> Format { get; } = new(
        "--input-format",
        "What the input is: auto goes by the file's ending, else text.",
        ("auto", InputFormat.Auto), ("text", InputFormat.Text), ("jsonl", InputFormat.Jsonl), ("html", InputFormat.Html));

    /// <summary>The files of a command line; standard input where it names none.</summary>
    public string[] FilesIn(ParseResult result) => result.GetValue(Files) is { Length: > 0 } files ? files : ["-"];
}
