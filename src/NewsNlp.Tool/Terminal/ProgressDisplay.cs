using System.Text;
using Spectre.Console;

namespace NewsNlp.Tool.Terminal;

/// <summary>A progress bar on a terminal, from when it is shown until it is closed. Drawn when it is told to, on the caller's thread.</summary>
internal sealed class ProgressDisplay
{
    private const int BarColumns = 24, Whole = 1;

    private readonly TaskCompletionSource _closed = new();
    private readonly Task _shown;
    private ProgressContext? _context;
    private ProgressTask? _task;

    private ProgressDisplay(IAnsiConsole console, bool hasFraction, string text)
    {
        ProgressColumn[] columns = hasFraction
            ? [new ProgressBarColumn { Width = BarColumns }, new PercentageColumn(), Description()]
            : [new SpinnerColumn(Spinner.Known.Dots), Description()];
        _shown = console.Progress().AutoRefresh(false).AutoClear(true).Columns(columns).StartAsync(context =>
        {
            _context = context;
            _task = context.AddTask(Markup.Escape(text), maxValue: Whole);
            return _closed.Task;
        });
    }

    /// <summary>Shows a bar with nothing done; only what turns where it is not known how much there is.</summary>
    public static ProgressDisplay Show(TextWriter terminal, Func<int> width, bool hasColour, bool hasFraction, string text) =>
        new(
            AnsiConsole.Create(new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                ColorSystem = hasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
                Interactive = InteractionSupport.Yes,
                Out = new Terminal(terminal, width),
            }),
            hasFraction,
            text);

    /// <summary>Draws what is done, from 0 to 1, and what there is to say about it.</summary>
    public void Update(double done, string text)
    {
        _task!.Description = Markup.Escape(text);

        // A task that is done would no longer turn.
        _task.Value = Math.Min(done, 0.999 * Whole);
        _context!.Refresh();
    }

    /// <summary>Wipes it away.</summary>
    public void Close()
    {
        _closed.SetResult();
        _shown.GetAwaiter().GetResult();
    }

    private static TaskDescriptionColumn Description() => new() { Alignment = Justify.Left };

    private sealed class Terminal(TextWriter writer, Func<int> width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => true;

        public int Width => width();

        public int Height => 24;

        public void SetEncoding(Encoding encoding)
        {
            // The writer has its own.
        }
    }
}
