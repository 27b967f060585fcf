using System.Runtime.CompilerServices;
using System.Threading.Channels;
using NewsNlp.Batches;
using NewsNlp.Documents;

namespace NewsNlp;

public sealed partial class NlpPipeline
{
    /// <summary>Reads many articles, several at a time, and hands them back in the order of the source.</summary>
    /// <typeparam name="T">The caller's item; it travels with its document.</typeparam>
    /// <param name="items">The source; it is asked for an item only when there is room, see <see cref="BatchOptions.LookAhead"/>.</param>
    /// <param name="text">The text of an item.</param>
    /// <param name="options">How many at once, and what happens to failures; the defaults where null.</param>
    /// <param name="metadata">What is known of an item beside its text; nothing where null.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or <paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public IAsyncEnumerable<BatchItem<T>> ProcessManyAsync<T>(
        IAsyncEnumerable<T> items,
        Func<T, string> text,
        BatchOptions? options = null,
        Func<T, DocumentMetadata>? metadata = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(text);
        options ??= new BatchOptions();
        options.Validate();
        return Batch(items, text, options, metadata, cancellationToken);
    }

    /// <inheritdoc cref="ProcessManyAsync{T}(IAsyncEnumerable{T}, Func{T, string}, BatchOptions?, Func{T, DocumentMetadata}?, CancellationToken)"/>
    public IAsyncEnumerable<BatchItem<T>> ProcessManyAsync<T>(
        IEnumerable<T> items,
        Func<T, string> text,
        BatchOptions? options = null,
        Func<T, DocumentMetadata>? metadata = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        return ProcessManyAsync(items.ToAsyncEnumerable(), text, options, metadata, cancellationToken);
    }

    private async IAsyncEnumerable<BatchItem<T>> Batch<T>(
        IAsyncEnumerable<T> items,
        Func<T, string> text,
        BatchOptions options,
        Func<T, DocumentMetadata>? metadata,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var slots = new SemaphoreSlim(options.MaxDegreeOfParallelism);
        using var room = new SemaphoreSlim(options.EffectiveLookAhead);
        var running = Channel.CreateUnbounded<Task<BatchItem<T>>>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

        // Off the caller's thread: a source that blocks (a line of standard input) must not hold back the results before it.
        var producer = Task.Run(Produce, CancellationToken.None);
        try
        {
            await foreach (var task in running.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                var item = await task.ConfigureAwait(false);
                if (item.Error is { } error && options.OnError == BatchErrorHandling.Throw)
                {
                    System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
                }

                yield return item;
                room.Release();
            }

            await producer.ConfigureAwait(false);
        }
        finally
        {
            // The caller may have stopped early: nothing may run on behind its back.
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)producer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (running.Reader.TryRead(out var task))
            {
                await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        async Task Produce()
        {
            Exception? failure = null;
            try
            {
                var enumerator = items.GetAsyncEnumerator(stop.Token);
                await using var disposal = enumerator.ConfigureAwait(false);
                while (true)
                {
                    await room.WaitAsync(stop.Token).ConfigureAwait(false);
                    if (!await enumerator.MoveNextAsync().ConfigureAwait(false))
                    {
                        break;
                    }

                    var item = enumerator.Current;
                    await slots.WaitAsync(stop.Token).ConfigureAwait(false);
                    var task = Task.Run(() => ProcessItem(item, text, metadata, slots, stop.Token), CancellationToken.None);
                    await running.Writer.WriteAsync(task, CancellationToken.None).ConfigureAwait(false);
                }
            }
            catch (Exception exception)
            {
                // Not lost: the reader throws it once it has handed over what came before.
                failure = exception;
            }

            running.Writer.Complete(failure);
        }
    }

    private BatchItem<T> ProcessItem<T>(
        T item, Func<T, string> text, Func<T, DocumentMetadata>? metadata, SemaphoreSlim slots, CancellationToken cancellationToken)
    {
        try
        {
            return new BatchItem<T>(item, Process(text(item), metadata?.Invoke(item) ?? default, cancellationToken), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return new BatchItem<T>(item, null, exception);
        }
        finally
        {
            slots.Release();
        }
    }
}
