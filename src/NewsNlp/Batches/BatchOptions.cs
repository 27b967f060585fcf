namespace NewsNlp.Batches;

/// <summary>How many articles are read at once, and what happens when one fails.</summary>
public sealed record BatchOptions
{
    /// <summary>How many articles are read at the same time; the number of processors by default. At least 1.</summary>
    public int MaxDegreeOfParallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// How many articles may be taken from the source before the caller has taken their results; 4 for each that is read
    /// at the same time by default (0 means that default). It bounds memory and keeps the source waiting for a slow caller.
    /// </summary>
    public int LookAhead { get; init; }

    /// <summary>What happens when an article fails; <see cref="BatchErrorHandling.Throw"/> by default.</summary>
    public BatchErrorHandling OnError { get; init; } = BatchErrorHandling.Throw;

    internal int EffectiveLookAhead => LookAhead == 0 ? 4 * MaxDegreeOfParallelism : LookAhead;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDegreeOfParallelism, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(LookAhead);
        if (!Enum.IsDefined(OnError))
        {
            throw new ArgumentOutOfRangeException(nameof(OnError), OnError, "Use Throw or Capture.");
        }
    }
}
