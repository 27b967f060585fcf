using NewsNlp.Batches;
using NewsNlp.Documents;

namespace NewsNlp.Tests.Batches;

public class BatchErrorTests : BatchTests
{
    private static readonly BatchOptions Capture = new() { OnError = BatchErrorHandling.Capture, MaxDegreeOfParallelism = 3 };

    [Fact]
    public async Task A_captured_failure_stands_in_its_items_place()
    {
        var results = await ToList(FailingAt("3").ProcessManyAsync(Numbers(6), text => text, Capture, cancellationToken: Token));

        Assert.Equal(Numbers(6), results.Select(result => result.Item));
        Assert.Equal([true, true, true, false, true, true], results.Select(result => result.Succeeded));
        Assert.IsType<FormatException>(Assert.IsType<StageException>(results[3].Error).InnerException);
        var refusal = Assert.Throws<InvalidOperationException>(() => results[3].Document);
        Assert.Equal("The item has no document; look at Error before reading it.", refusal.Message);
        Assert.Same(results[3].Error, refusal.InnerException);
    }

    [Fact]
    public async Task A_thrown_failure_comes_once_the_results_before_it_are_taken()
    {
        var taken = new List<string>();

        var failure = await Assert.ThrowsAsync<StageException>(async () =>
        {
            await foreach (var item in FailingAt("4").ProcessManyAsync(Numbers(20), text => text, cancellationToken: Token))
            {
                taken.Add(item.Item);
            }
        });

        Assert.Equal(["0", "1", "2", "3"], taken);
        Assert.IsType<FormatException>(failure.InnerException);
    }

    [Fact]
    public async Task A_text_that_cannot_be_had_fails_its_item_only()
    {
        var results = await ToList(Pipeline().ProcessManyAsync(
            Numbers(3),
            text => text switch { "0" => null!, "1" => throw new NotSupportedException("no text"), _ => text },
            Capture,
            cancellationToken: Token));

        Assert.IsType<ArgumentNullException>(results[0].Error);
        Assert.IsType<NotSupportedException>(results[1].Error);
        Assert.True(results[2].Succeeded);
    }

    [Fact]
    public async Task Metadata_that_cannot_be_had_fails_its_item_only()
    {
        var results = await ToList(Pipeline().ProcessManyAsync(
            Numbers(2),
            text => text,
            Capture,
            text => text == "0" ? throw new NotSupportedException("no metadata") : new DocumentMetadata(text),
            Token));

        Assert.IsType<NotSupportedException>(results[0].Error);
        Assert.Equal("1", results[1].Document.Id);
    }

    [Fact]
    public async Task A_source_that_fails_hands_over_what_came_before()
    {
        var source = new WatchedSource(10, i => ThrowIf(i == 6, new IOException("the line is dead")));
        var taken = new List<string>();

        var failure = await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (var item in Pipeline().ProcessManyAsync(source.Items(Token), text => text, Capture, cancellationToken: Token))
            {
                taken.Add(item.Item);
            }
        });

        Assert.Equal("the line is dead", failure.Message);
        Assert.Equal(Numbers(6), taken);
        Assert.False(source.IsOpen);
    }

    [Fact]
    public async Task A_stage_that_gives_up_by_cancellation_of_its_own_is_a_failure_like_any_other()
    {
        var pipeline = Pipeline(text => ThrowIf(text == "1", new OperationCanceledException("timed out")));

        var results = await ToList(pipeline.ProcessManyAsync(Numbers(3), text => text, Capture, cancellationToken: Token));

        Assert.Equal([true, false, true], results.Select(result => result.Succeeded));
        Assert.IsType<OperationCanceledException>(results[1].Error);
    }

    [Fact]
    public void Arguments_are_checked_before_anything_is_enumerated()
    {
        var pipeline = Pipeline();

        Assert.Throws<ArgumentNullException>(() => pipeline.ProcessManyAsync((IEnumerable<string>)null!, text => text));
        Assert.Throws<ArgumentNullException>(() => pipeline.ProcessManyAsync((IAsyncEnumerable<string>)null!, text => text));
        Assert.Throws<ArgumentNullException>(() => pipeline.ProcessManyAsync(Numbers(1), null!));
        AssertOutOfRange(new BatchOptions { MaxDegreeOfParallelism = 0 });
        AssertOutOfRange(new BatchOptions { LookAhead = -1 });
        AssertOutOfRange(new BatchOptions { OnError = (BatchErrorHandling)7 });

        void AssertOutOfRange(BatchOptions options) =>
            Assert.Throws<ArgumentOutOfRangeException>(() => pipeline.ProcessManyAsync(Numbers(1), text => text, options));
    }

    [Fact]
    public void The_defaults_are_what_the_documentation_says()
    {
        var options = new BatchOptions();

        Assert.Equal(Environment.ProcessorCount, options.MaxDegreeOfParallelism);
        Assert.Equal(BatchErrorHandling.Throw, options.OnError);
        Assert.Equal(4 * options.MaxDegreeOfParallelism, options.EffectiveLookAhead);
    }

    private static NlpPipeline FailingAt(string text) =>
        Pipeline(t => ThrowIf(t == text, new FormatException("not this one")));

    private static void ThrowIf(bool condition, Exception exception)
    {
        if (condition)
        {
            throw exception;
        }
    }
}
