using NewsNlp.Threading;

namespace NewsNlp.Tests.Threading;

/// <summary>Long lists grow and are copied as short ones are, and can be given up half way.</summary>
public class InterruptibleListTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(300_000)]
    public void Items_stay_in_the_order_in_which_they_came(int count)
    {
        var list = new InterruptibleList<int>();
        for (var i = 0; i < count; i++) list.Add(i);

        Assert.Equal(Enumerable.Range(0, count), list.ToArray());
        Assert.Equal(count, list.Items.Length);
    }

    [Fact]
    public void A_list_that_was_cleared_holds_nothing_of_what_it_held()
    {
        var list = new InterruptibleList<string>();
        list.Add("one");
        list.Clear();
        list.Add("two");

        Assert.Equal(["two"], list.ToArray());
        Assert.True(list.Capacity >= 1);
    }

    [Fact]
    public void Memory_is_given_back_where_there_is_more_than_that()
    {
        var list = new InterruptibleList<int>();
        for (var i = 0; i < 1000; i++) list.Add(i);
        list.Trim(5000);
        Assert.Equal((1000, 999), (list.Count, list[999]));

        list.Trim(100);
        Assert.Equal((0, 0), (list.Count, list.Capacity));
        list.Add(7);
        Assert.Equal([7], list.ToArray());
    }

    [Fact]
    public void Growing_and_copying_end_early()
    {
        var list = new InterruptibleList<int>();
        while (list.Count == 0 || list.Count < list.Capacity) list.Add(list.Count);
        list.CancellationToken = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(() => list.Add(0));
        Assert.Throws<OperationCanceledException>(() => list.ToArray());
        Assert.Equal(list.Capacity, list.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(500_000)]
    public void The_first_items_are_filled_and_no_others(int count)
    {
        var items = new long[count + 3];

        InterruptibleMemory.Fill(items.AsSpan(0, count), 5, CancellationToken.None);

        Assert.Equal(5L * count, items.Sum());
        Assert.Equal([0, 0, 0], items[count..]);
        Assert.Throws<OperationCanceledException>(() => InterruptibleMemory.Fill(items, 6, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(5, 900_000)]
    [InlineData(900_000, 5)]
    public void A_longer_array_begins_with_the_items_of_the_shorter(int from, int to)
    {
        int[] items = [.. Enumerable.Range(1, from)];

        InterruptibleMemory.Resize(ref items, to, CancellationToken.None);

        Assert.Equal(to, items.Length);
        Assert.Equal(Enumerable.Range(1, Math.Min(from, to)), items.Take(Math.Min(from, to)));
    }
}
