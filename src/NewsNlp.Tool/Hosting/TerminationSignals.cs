using System.Runtime.InteropServices;

namespace NewsNlp.Tool.Hosting;

/// <summary>
/// Turns Ctrl+C, SIGTERM and the end of the terminal (SIGHUP) into a cancellation, so that what is being written ends with a whole
/// line. A second signal ends the process at once.
/// </summary>
internal sealed class TerminationSignals : IDisposable
{
    private const int SignalExitBase = 128;

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public TerminationSignals()
    {
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => OnSignal(context, 1)),
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => OnSignal(context, 2)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => OnSignal(context, 15)),
        ];
    }

    public CancellationToken Token => _source.Token;

    /// <summary>What the program ends with after a signal: 129, 130 or 143.</summary>
    public int ExitCode { get; private set; } = SignalExitBase + 2;

    public void Dispose()
    {
        Array.ForEach(_registrations, registration => registration.Dispose());
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
