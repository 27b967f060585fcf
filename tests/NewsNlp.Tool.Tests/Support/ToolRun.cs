using System.Text;
using NewsNlp.Documents;
using NewsNlp.Tool.Commands;
using NewsNlp.Tool.Hosting;

namespace NewsNlp.Tool.Tests.Support;

/// <summary>Runs the program inside the test, over streams in memory and a pipeline that only splits at spaces.</summary>
internal sealed class ToolRun
{
    public byte[] Input { get; init; } = [];

    public Annotate Annotate { get; init; } = SplitAtSpaces;

    public bool IsTerminal { get; init; }

    public string? NoColor { get; init; }

    public int Width { get; init; } = 80;

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static ToolRun WithInput(string input) => new() { Input = Encoding.UTF8.GetBytes(input) };

    public async Task<int> RunAsync(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        using var host = new ToolHost
        {
            Input = new MemoryStream(Input),
            Output = output,
            Error = error,
            LoadPipeline = _ => Annotate,
            IsOutputTerminal = IsTerminal,
            NoColor = NoColor,
            Width = Width,
        };
        var code = await CommandLine.RunAsync(args, host);
        Output = Encoding.UTF8.GetString(output.ToArray());
        Error = error.ToString();
        return code;
    }

    public static Document SplitAtSpaces(string text, DocumentMetadata metadata, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var spans = new List<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (end > start)
            {
                spans.Add(TextSpan.FromBounds(start, end));
            }

            start = end + 1;
        }

        return new DocumentBuilder(text, metadata)
            .AddTokens([.. spans])
            .AddSentences(sink =>
            {
                if (spans.Count > 0)
                {
                    sink.Add(0, spans.Count);
                }
            })
            .Build();
    }
}
