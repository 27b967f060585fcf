namespace NewsNlp.Tool.Hosting;

/// <summary>What the program ends with; 128 and the signal's number after a signal.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Some input failed, or the output could not be written.</summary>
    public const int Failed = 1;

    public const int Usage = 2;
}
