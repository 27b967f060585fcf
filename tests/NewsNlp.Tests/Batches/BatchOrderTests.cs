using NewsNlp.Batches;
using NewsNlp.Documents;

namespace NewsNlp.Tests.Batches;

public class BatchOrderTests : BatchTests
{
    [Fact]
    public async Task Results_come_in_the_order_of_the_source_however_long_each_takes()
    {
        var texts = Numbers(200);
        var delays = texts.ToDictionary(text => text, _ => Random.Shared.Next(4));
        var pipeline = Pipeline(text => Thread.Sleep(delays[text]));

        var results = await ToList(pipeline.ProcessManyAsync(
            texts, text => text, new BatchOptions { MaxDegreeOfParallelism = 8 }, cancellationToken: Token));

        Assert.Equal(texts, results.Select(result => result.Item));
        Assert.All(results, result => Assert.Same(result.Item, result.Document.Text));
        Assert.All(results, result => Assert.True(result.Succeeded));
    }

    [Fact]
    public async Task An_item_travels_with_its_document_and_its_metadata()
    {
        (string Name, string Body)[] items = [("a", "Rain fell"), ("b", "Snow came down")];

        var results = await ToList(Pipeline().ProcessManyAsync(
            items, item => item.Body, metadata: item => new DocumentMetadata(item.Name), cancellationToken: Token));

        Assert.Equal(items, results.Select(result => result.Item));
        Assert.Equal(["a", "b"], results.Select(result => result.Document.Id));
        Assert.Equal([2, 3], results.Select(result => result.Document.Tokens.Count));
    }

    [Fact]
    public async Task An_empty_source_gives_nothing() =>
        Assert.Empty(await ToList(Pipeline().ProcessManyAsync(Array.Empty<string>(), text => text, cancellationToken: Token)));

    [Fact]
    public async Task A_batch_can_be_read_twice()
    {
        var batch = Pipeline().ProcessManyAsync(Numbers(9), text => text, cancellationToken: Token);

        Assert.Equal(9, (await ToList(batch)).Count);
        Assert.Equal(9, (await ToList(batch)).Count);
    }

    [Fact]
    public async Task Several_are_read_at_once_and_never_more_than_allowed()
    {
        var atOnce = 0;
        var most = 0;
        using var three = new Barrier(3);
        var pipeline = Pipeline(text =>
        {
            var now = Interlocked.Increment(ref atOnce);
            InterlockedMax(ref most, now);
            if (int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) < 3)
            {
                // The first three leave together or not at all.
                Assert.True(three.SignalAndWait(Patience));
            }

            Interlocked.Decrement(ref atOnce);
        });

        var results = await ToList(pipeline.ProcessManyAsync(
            Numbers(60), text => text, new BatchOptions { MaxDegreeOfParallelism = 3, LookAhead = 20 }, cancellationToken: Token));

        Assert.Equal(60, results.Count);
        Assert.Equal(3, most);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int before;
        while ((before = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, before) != before)
        {
        }
    }
}
