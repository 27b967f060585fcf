namespace NewsNlp.Tool.Output;

/// <summary>The output cannot be written to.</summary>
internal sealed class OutputException(IOException inner) : Exception(inner.Message, inner)
{
    private const int BrokenPipeOnUnix = 32;
    private const int NoDataOnWindows = unchecked((int)0x800700E8);
    private const int BrokenPipeOnWindows = unchecked((int)0x8007006D);

    /// <summary>Whether whoever read the output has gone away.</summary>
    public bool IsBrokenPipe => InnerException!.HResult is BrokenPipeOnUnix or NoDataOnWindows or BrokenPipeOnWindows;
}
