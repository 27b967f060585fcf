namespace NewsNlp.Threading;

/// <summary>Sorts so that a long list can be given up half way: runs first, each as the runtime sorts, then merges of two at a time.</summary>
internal static class InterruptibleSort
{
    private const int Run = 1024, CancellationInterval = 4096;

    /// <summary>Sorts.</summary>
    /// <param name="items">The items. Where the work is ended early they are in no order, and some may be there twice.</param>
    /// <param name="comparison">Compares two of them. Which of two equal ones comes first is not said, but always the same.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public static void Sort<T>(Span<T> items, Comparison<T> comparison, CancellationToken cancellationToken)
    {
        for (var start = 0; start < items.Length; start += Run)
        {
            cancellationToken.ThrowIfCancellationRequested();
            items.Slice(start, Math.Min(Run, items.Length - start)).Sort(comparison);
        }

        if (items.Length <= Run)
        {
            return;
        }

        Span<T> from = items, to = new T[items.Length];
        for (long width = Run; width < items.Length; width *= 2)
        {
            for (long start = 0; start < items.Length; start += 2 * width)
            {
                var middle = (int)Math.Min(start + width, items.Length);
                Merge(from, to, (int)start, middle, (int)Math.Min(start + (2 * width), items.Length), comparison, cancellationToken);
            }

            var swapped = from;
            from = to;
            to = swapped;
        }

        if (from != items)
        {
            from.CopyTo(items);
        }
    }

    private static void Merge<T>(Span<T> from, Span<T> to, int start, int middle, int end, Comparison<T> comparison, CancellationToken cancellationToken)
    {
        int left = start, right = middle;
        for (var next = start; next < end; next++)
        {
            if (next % CancellationInterval == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            to[next] = right == end || (left < middle && comparison(from[left], from[right]) <= 0) ? from[left++] : from[right++];
        }
    }
}
