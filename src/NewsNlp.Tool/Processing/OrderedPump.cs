using System.Threading.Channels;

namespace NewsNlp.Tool.Processing;

/// <summary>
/// Runs work on many threads and hands its results out in the order of the input, each as soon as it and all before it
/// are ready. A bounded number of items, and a bounded sum of their weights, is under way at any time.
/// </summary>
internal sealed class OrderedPump<TIn, TOut>(int threads, Func<TIn, long> weight, Func<TIn, CancellationToken, TOut> work)
{
    // Enough that a slow article at the front does not idle the other threads.
    private const int ItemsPerThread = 8;

    // Output of about twenty times this size waits at most.
    private const long WeightLimit = 8 * 1024 * 1024;

    private readonly ByteBudget _budget = new(WeightLimit);

    /// <param name="source">Enumerated on one thread; it may block.</param>
    /// <param name="take">Takes the results in order, one at a time.</param>
    /// <param name="idle">Called when the next result is not there yet: a moment to flush.</param>
    /// <param name="cancellationToken">Ends the run without waiting for a source that blocks.</param>
    public async Task RunAsync(IEnumerable<TIn> source, Action<TOut> take, Action idle, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ordered = Channel.CreateBounded<Item>(new BoundedChannelOptions(threads * ItemsPerThread) { SingleReader = true, SingleWriter = true });
        var open = Channel.CreateUnbounded<Item>(new UnboundedChannelOptions { SingleWriter = true });
        var token = stop.Token;
        var producer = Task.Factory.StartNew(
            () => Produce(source, ordered.Writer, open.Writer, token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var workers = new Task[threads];
        for (var i = 0; i < threads; i++)
        {
            workers[i] = Task.Factory.StartNew(
                () => Work(open.Reader, token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        try
        {
            await TakeAllAsync(ordered.Reader, take, idle, token).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(workers).ConfigureAwait(false);

            // The producer may sit in a read that nothing can wake; it holds nothing that outlives the process.
            _ = producer;
        }
    }

    private async Task TakeAllAsync(ChannelReader<Item> ordered, Action<TOut> take, Action idle, CancellationToken token)
    {
        while (true)
        {
            if (!ordered.TryRead(out var item))
            {
                idle();
                if (!await ordered.WaitToReadAsync(token).ConfigureAwait(false))
                {
                    return;
                }

                continue;
            }

            if (!item.Result.Task.IsCompleted)
            {
                idle();
            }

            take(await item.Result.Task.WaitAsync(token).ConfigureAwait(false));
            token.ThrowIfCancellationRequested();
            _budget.Return(item.Weight);
        }
    }

    private void Produce(IEnumerable<TIn> source, ChannelWriter<Item> ordered, ChannelWriter<Item> open, CancellationToken token)
    {
        try
        {
            foreach (var input in source)
            {
                var item = new Item(input, weight(input));
                _budget.TakeAsync(item.Weight, token).AsTask().GetAwaiter().GetResult();
                while (!ordered.TryWrite(item))
                {
                    if (!ordered.WaitToWriteAsync(token).AsTask().GetAwaiter().GetResult())
                    {
                        return;
                    }
                }

                open.TryWrite(item);
            }

            ordered.Complete();
        }
        catch (Exception exception)
        {
            // Whoever takes the results learns of it; this thread has nobody to throw at.
            ordered.TryComplete(exception);
        }
        finally
        {
            open.TryComplete();
        }
    }

    private void Work(ChannelReader<Item> open, CancellationToken token)
    {
        try
        {
            while (open.WaitToReadAsync(token).AsTask().GetAwaiter().GetResult())
            {
                while (open.TryRead(out var item))
                {
                    token.ThrowIfCancellationRequested();
                    Work(item, token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private void Work(Item item, CancellationToken token)
    {
        try
        {
            item.Result.SetResult(work(item.TakeInput(), token));
        }
        catch (Exception exception)
        {
            item.Result.SetException(exception);
        }
    }

    private sealed class Item(TIn input, long weight)
    {
        private TIn? _input = input;

        public long Weight => weight;

        public TaskCompletionSource<TOut> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The input, which is let go, since only the result is needed from here on.</summary>
        public TIn TakeInput()
        {
            var input = _input!;
            _input = default;
            return input;
        }
    }
}
