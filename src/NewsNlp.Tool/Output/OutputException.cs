namespace NewsNlp.Tool.Output;

/// <summary>The output cannot be written to.</summary>
internal sealed class OutputException(Exception inner) : Exception(inner.Message, inner)
{
    private const int BrokenPipeOnUnix = 32;
    private const int NoDataOnWindows = unchecked((int)0x800700E8);
    private const int BrokenPipeOnWindows = unchecked((int)0x8007006D);

    /// <summary>Whether writing failed because whoever read the output has gone away.</summary>
    public static bool IsBrokenPipe(Exception exception) =>
        exception is IOException && exception.HResult is BrokenPipeOnUnix or NoDataOnWindows or BrokenPipeOnWindows;
}
