namespace NewsNlp.Tool.Processing;

/// <summary>
/// Limits how much input is under way at once. A piece larger than the whole budget is let in alone, so that nothing waits
/// for ever.
/// </summary>
internal sealed class ByteBudget(long limit)
{
    private readonly Lock _lock = new();
    private long _used;
    private TaskCompletionSource? _waiting;

    /// <summary>Waits for room; for one caller at a time.</summary>
    public async ValueTask TakeAsync(long bytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            TaskCompletionSource waiting;
            lock (_lock)
            {
                if (_used == 0 || _used + bytes <= limit)
                {
                    _used += bytes;
                    return;
                }

                waiting = _waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            await waiting.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Return(long bytes)
    {
        TaskCompletionSource? waiting;
        lock (_lock)
        {
            _used -= bytes;
            waiting = _waiting;
            _waiting = null;
        }

        waiting?.SetResult();
    }
}
