namespace NewsNlp.Threading;

/// <summary>
/// Keeps a few used workspaces for the next caller. It never holds more than twice the number of processors, so it does
/// not grow with the number of texts; a caller that finds it empty makes a workspace of its own.
/// </summary>
/// <typeparam name="T">The workspace.</typeparam>
/// <threadsafety>Safe for any number of threads; lock-free.</threadsafety>
internal sealed class WorkspacePool<T>(Func<T> create)
    where T : class
{
    private readonly T?[] _slots = new T?[Math.Max(2, 2 * Environment.ProcessorCount)];

    /// <summary>Takes a workspace; give it back with <see cref="Return"/>, or drop it if it has grown too large to keep.</summary>
    public T Rent()
    {
        var slots = _slots;
        for (var i = 0; i < slots.Length; i++)
        {
            if (slots[i] is not null && Interlocked.Exchange(ref slots[i], null) is { } workspace)
            {
                return workspace;
            }
        }

        return create();
    }

    /// <summary>Puts a workspace back; it is dropped where there is no room.</summary>
    public void Return(T workspace)
    {
        var slots = _slots;
        for (var i = 0; i < slots.Length; i++)
        {
            if (slots[i] is null && Interlocked.CompareExchange(ref slots[i], workspace, null) is null)
            {
                return;
            }
        }
    }
}
