namespace NewsNlp.Tool.Hosting;

/// <summary>What the program meets outside: streams, the terminal, the pipeline. Tests bring their own.</summary>
internal sealed class ToolHost : IDisposable
{
    public required Stream Input { get; init; }

    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Loads the embedded model, or the file that is given.</summary>
    public required Func<string?, Annotate> LoadPipeline { get; init; }

    public bool IsInputTerminal { get; init; }

    public bool IsOutputTerminal { get; init; }

    public bool IsErrorTerminal { get; init; }

    /// <summary>How many columns the terminal has; 80 where there is none.</summary>
    public int Width { get; init; } = 80;

    /// <summary>How many columns the terminal has that standard error is.</summary>
    public Func<int> ErrorWidth { get; init; } = () => 80;

    /// <summary>The value of NO_COLOR: any that is not empty asks for no colour (no-color.org).</summary>
    public string? NoColor { get; init; }

    public static ToolHost ForProcess()
    {
        return new ToolHost
        {
            Input = Console.OpenStandardInput(),
            Output = StandardOutput.Open(),
            Error = StandardError.Open(),
            LoadPipeline = PipelineLoader.Load,
            IsInputTerminal = !Console.IsInputRedirected,
            IsOutputTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
            ErrorWidth = TerminalSize.ErrorColumns,
            Width = TerminalWidth(),
            NoColor = Environment.GetEnvironmentVariable("NO_COLOR"),
        };
    }

    public void Dispose()
    {
        Input.Dispose();
        Error.Dispose();
    }

    private static int TerminalWidth()
    {
        if (Console.IsOutputRedirected)
        {
            return 80;
        }

        try
        {
            return Console.WindowWidth is > 0 and var width ? width : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
