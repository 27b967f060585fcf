using NewsNlp.Tool.Processing;

namespace NewsNlp.Tool.Tests.Processing;

public sealed class OrderedPumpTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Results_come_in_the_order_of_the_input(int threads)
    {
        var pump = new OrderedPump<int, int>(threads, _ => 1, (item, _) =>
        {
            Thread.SpinWait(item * 7919 % 31 * 1000);
            return item;
        });
        var results = new List<int>();
        await pump.RunAsync(Enumerable.Range(0, 1000), results.Add, () => { }, Token);
        Assert.Equal(Enumerable.Range(0, 1000), results);
    }

    [Fact]
    public async Task However_long_the_input_little_of_it_is_under_way()
    {
        var taken = 0;
        var given = 0;
        var ahead = 0;

        IEnumerable<int> Source()
        {
            for (; given < 20_000; given++)
            {
                ahead = Math.Max(ahead, given - Volatile.Read(ref taken));
                yield return given;
            }
        }

        var pump = new OrderedPump<int, int>(2, _ => 1, (item, _) => item);
        await pump.RunAsync(Source(), _ => Interlocked.Increment(ref taken), () => { }, Token);
        Assert.Equal(20_000, taken);
        Assert.InRange(ahead, 1, 40);
    }

    [Fact]
    public async Task Heavy_items_are_under_way_one_by_one()
    {
        var underWay = 0;
        var most = 0;
        var pump = new OrderedPump<int, int>(4, _ => long.MaxValue / 2, (item, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref underWay));
            Thread.Sleep(1);
            return item;
        });
        var results = new List<int>();
        await pump.RunAsync(
            Enumerable.Range(0, 20),
            item =>
            {
                Interlocked.Decrement(ref underWay);
                results.Add(item);
            },
            () => { },
            Token);
        Assert.Equal(Enumerable.Range(0, 20), results);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task A_pause_in_the_input_is_a_moment_to_flush()
    {
        using var flushed = new SemaphoreSlim(0);
        var taken = 0;

        IEnumerable<int> Source()
        {
            for (var i = 0; i < 3; i++)
            {
                yield return i;

                // Goes on only once what was given has been taken and flushed.
                while (Volatile.Read(ref taken) <= i)
                {
                    flushed.Wait(Token);
                }
            }
        }

        var pump = new OrderedPump<int, int>(2, _ => 1, (item, _) => item);
        await pump.RunAsync(Source(), _ => Interlocked.Increment(ref taken), () => flushed.Release(), Token);
        Assert.Equal(3, taken);
    }

    [Fact]
    public async Task A_source_that_fails_ends_the_run()
    {
        static IEnumerable<int> Source()
        {
            yield return 1;
            throw new InvalidOperationException("source");
        }

        var pump = new OrderedPump<int, int>(2, _ => 1, (item, _) => item);
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => pump.RunAsync(Source(), _ => { }, () => { }, Token));
        Assert.Equal("source", (exception.InnerException ?? exception).Message);
    }

    [Fact]
    public async Task Cancelling_does_not_wait_for_a_source_that_blocks()
    {
        using var never = new ManualResetEventSlim();
        using var cancellation = new CancellationTokenSource();

        IEnumerable<int> Source()
        {
            yield return 1;
            never.Wait(TimeSpan.FromSeconds(30), CancellationToken.None);
        }

        var pump = new OrderedPump<int, int>(2, _ => 1, (item, _) => item);
        var run = pump.RunAsync(Source(), _ => cancellation.Cancel(), () => { }, cancellation.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromSeconds(20), Token));
        never.Set();
    }
}
