using NewsNlp.Batches;

namespace NewsNlp.Tests.Batches;

/// <summary>However a batch ends, when it has ended nothing of it runs on.</summary>
public class BatchEndTests : BatchTests
{
    private static readonly BatchOptions Options = new() { MaxDegreeOfParallelism = 4, LookAhead = 12 };

    [Fact]
    public async Task Leaving_early_leaves_nothing_running()
    {
        var work = new Gauge();
        var source = new WatchedSource(1000);

        await foreach (var _ in work.Pipeline().ProcessManyAsync(source.Items(Token), text => text, Options, cancellationToken: Token))
        {
            break;
        }

        await work.AssertAtRest(source);
    }

    [Fact]
    public async Task A_caller_that_throws_leaves_nothing_running()
    {
        var work = new Gauge();
        var source = new WatchedSource(1000);

        await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (var item in work.Pipeline().ProcessManyAsync(source.Items(Token), text => text, Options, cancellationToken: Token))
            {
                throw new FormatException(item.Item);
            }
        });

        await work.AssertAtRest(source);
    }

    [Fact]
    public async Task A_failed_item_leaves_nothing_running()
    {
        var work = new Gauge();
        var source = new WatchedSource(1000);

        await Assert.ThrowsAsync<NotSupportedException>(() => ToList(work.Pipeline().ProcessManyAsync(
            source.Items(Token), text => text == "5" ? throw new NotSupportedException() : text, Options, cancellationToken: Token)));

        await work.AssertAtRest(source);
    }

    [Fact]
    public async Task Cancelling_ends_the_batch_and_leaves_nothing_running()
    {
        var work = new Gauge();
        var source = new WatchedSource(1000);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var taken = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in work.Pipeline().ProcessManyAsync(
                source.Items(Token), text => text, Options, cancellationToken: cancellation.Token))
            {
                if (++taken == 3)
                {
                    await cancellation.CancelAsync();
                }
            }
        });

        Assert.InRange(taken, 3, 3 + Options.LookAhead);
        await work.AssertAtRest(source);
    }

    [Fact]
    public async Task Cancelling_while_the_source_waits_ends_the_batch()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        async IAsyncEnumerable<string> Silent(
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            yield return "0";
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        var batch = Pipeline().ProcessManyAsync(Silent(Token), text => text, Options, cancellationToken: cancellation.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in batch)
            {
                cancellation.CancelAfter(10);
            }
        }).WaitAsync(Patience, Token);
    }

    [Fact]
    public async Task A_token_given_to_the_enumeration_counts_as_well()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await cancellation.CancelAsync();
        var batch = Pipeline().ProcessManyAsync(Numbers(100), text => text, Options, cancellationToken: Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in batch.WithCancellation(cancellation.Token))
            {
            }
        });
    }

    [Fact]
    public async Task A_batch_that_is_cancelled_before_it_starts_reads_nothing()
    {
        var source = new WatchedSource(10);
        var batch = Pipeline().ProcessManyAsync(
            source.Items(Token), text => text, Options, cancellationToken: new CancellationToken(canceled: true));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ToList(batch));

        Assert.Equal(0, source.Taken);
    }

    private sealed class Gauge
    {
        private int _running;
        private int _started;

        public NlpPipeline Pipeline() => BatchTests.Pipeline(_ =>
        {
            Interlocked.Increment(ref _running);
            Interlocked.Increment(ref _started);
            Thread.Sleep(5);
            Interlocked.Decrement(ref _running);
        });

        public async Task AssertAtRest(WatchedSource source)
        {
            Assert.Equal(0, Volatile.Read(ref _running));
            Assert.False(source.IsOpen);
            var started = Volatile.Read(ref _started);
            var taken = source.Taken;
            Assert.True(started > 0);
            await Task.Delay(50, Token);
            Assert.Equal(started, Volatile.Read(ref _started));
            Assert.Equal(taken, source.Taken);
        }
    }
}
