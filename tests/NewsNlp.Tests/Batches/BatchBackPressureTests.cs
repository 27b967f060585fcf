using System.Collections.Concurrent;
using NewsNlp.Batches;

namespace NewsNlp.Tests.Batches;

public class BatchBackPressureTests : BatchTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 1)]
    [InlineData(2, 5)]
    [InlineData(4, 16)]
    public async Task The_source_is_never_more_than_the_look_ahead_in_front(int parallelism, int lookAhead)
    {
        var consumed = 0;
        var furthest = 0;
        var source = new WatchedSource(100, i => furthest = Math.Max(furthest, i + 1 - Volatile.Read(ref consumed)));
        var options = new BatchOptions { MaxDegreeOfParallelism = parallelism, LookAhead = lookAhead };

        await foreach (var item in Pipeline().ProcessManyAsync(source.Items(Token), text => text, options, cancellationToken: Token))
        {
            Assert.Equal($"{consumed}", item.Item);
            if (consumed % 10 == 0)
            {
                await Task.Delay(5, Token);
            }

            Interlocked.Increment(ref consumed);
        }

        Assert.Equal(100, consumed);
        Assert.InRange(furthest, 1, lookAhead);
    }

    [Fact]
    public async Task A_caller_that_pauses_stops_the_source()
    {
        var source = new WatchedSource(1000);
        var options = new BatchOptions { MaxDegreeOfParallelism = 2, LookAhead = 7 };
        await using var results = Pipeline().ProcessManyAsync(source.Items(Token), text => text, options, cancellationToken: Token)
            .GetAsyncEnumerator(Token);

        Assert.True(await results.MoveNextAsync());
        await Eventually(() => source.Taken == 7);
        await Task.Delay(50, Token);
        Assert.Equal(7, source.Taken);

        Assert.True(await results.MoveNextAsync());
        await Eventually(() => source.Taken == 8);
    }

    [Fact]
    public async Task A_source_that_waits_for_each_result_gets_it()
    {
        // A filter between two programs: the next line comes only once the answer to the last one has gone out.
        var answers = new SemaphoreSlim(1);
        async IAsyncEnumerable<string> Lines()
        {
            for (var i = 0; i < 5; i++)
            {
                Assert.True(await answers.WaitAsync(Patience, Token));
                yield return $"{i}";
            }
        }

        var count = 0;
        await foreach (var _ in Pipeline().ProcessManyAsync(Lines(), text => text, cancellationToken: Token))
        {
            count++;
            answers.Release();
        }

        Assert.Equal(5, count);
    }

    [Fact]
    public async Task A_source_that_blocks_for_each_result_gets_it()
    {
        using var answers = new BlockingCollection<int> { 0 };
        IEnumerable<string> Lines()
        {
            for (var i = 0; i < 5; i++)
            {
                Assert.True(answers.TryTake(out _, Patience), "no answer came");
                yield return $"{i}";
            }
        }

        var count = 0;
        await foreach (var _ in Pipeline().ProcessManyAsync(Lines(), text => text, cancellationToken: Token))
        {
            count++;
            answers.Add(count, Token);
        }

        Assert.Equal(5, count);
    }

    [Fact]
    public void Nothing_is_read_before_the_first_result_is_asked_for()
    {
        var source = new WatchedSource(10);

        _ = Pipeline().ProcessManyAsync(source.Items(Token), text => text, cancellationToken: Token);

        Assert.Equal(0, source.Taken);
        Assert.False(source.IsOpen);
    }

    private static async Task Eventually(Func<bool> condition)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (!condition())
        {
            Assert.True(DateTime.UtcNow < deadline, "waited in vain");
            await Task.Delay(2, Token);
        }
    }
}
