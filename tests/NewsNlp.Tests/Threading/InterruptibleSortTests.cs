using NewsNlp.Threading;

namespace NewsNlp.Tests.Threading;

/// <summary>Long lists are sorted as short ones are, and can be given up half way.</summary>
public class InterruptibleSortTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(5000)]
    [InlineData(131_072)]
    [InlineData(200_001)]
    public void Items_come_in_order(int count)
    {
        var random = new Random(count);
        int[] items = [.. Enumerable.Range(0, count).Select(_ => random.Next(count))];
        int[] expected = [.. items.Order()];

        InterruptibleSort.Sort(items.AsSpan(), static (one, other) => one.CompareTo(other), CancellationToken.None);

        Assert.Equal(expected, items);
    }

    [Fact]
    public void Equal_items_come_in_the_same_order_each_time()
    {
        (int Key, int Place)[] Sorted()
        {
            var items = Enumerable.Range(0, 10_000).Select(i => (Key: i % 7, Place: i)).ToArray();
            InterruptibleSort.Sort(items.AsSpan(), static (one, other) => one.Key.CompareTo(other.Key), CancellationToken.None);
            return items;
        }

        Assert.Equal(Sorted(), Sorted());
    }

    [Fact]
    public void A_cancelled_sort_ends_within_some_thousand_comparisons()
    {
        using var cancellation = new CancellationTokenSource();
        int[] items = [.. Enumerable.Range(0, 100_000).Reverse()];
        int comparisons = 0, afterwards = 0;

        Assert.Throws<OperationCanceledException>(() => InterruptibleSort.Sort(
            items.AsSpan(),
            (one, other) =>
            {
                if (++comparisons == 1_200_000) cancellation.Cancel();
                afterwards += comparisons > 1_200_000 ? 1 : 0;
                return one.CompareTo(other);
            },
            cancellation.Token));

        Assert.InRange(afterwards, 0, 20_000);
    }
}
