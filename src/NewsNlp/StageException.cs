namespace NewsNlp;

/// <summary>A stage of a pipeline failed; <see cref="Exception.InnerException"/> is what it threw.</summary>
/// <remarks>Cancellation is never wrapped in it. Built-in stages do not fail on any text.</remarks>
public sealed class StageException : Exception
{
    internal StageException(string stageName, Exception innerException)
        : base($"The stage '{stageName}' failed: {innerException.Message}", innerException)
    {
        StageName = stageName;
    }

    /// <summary>The type name of the stage that failed.</summary>
    public string StageName { get; }
}
