using System.Runtime.InteropServices;

namespace NewsNlp.Tool.Hosting;

/// <summary>
/// Turns Ctrl+C and SIGTERM into a cancellation, so that what is being written ends with a whole line. A second signal
/// ends the process at once.
/// </summary>
internal sealed class TerminationSignals : IDisposable
{
    private const int SignalExitBase = 128;

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public TerminationSignals()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => OnSignal(context, 2));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => OnSignal(context, 15));
    }

    public CancellationToken Token => _source.Token;

    /// <summary>What the program ends with after a signal: 130 or 143.</summary>
    public int ExitCode { get; private set; } = SignalExitBase + 2;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext context, int number)
    {
        if (_source.IsCancellationRequested)
        {
            return;
        }

        context.Cancel = true;
        ExitCode = SignalExitBase + number;
        _source.Cancel();
    }
}
