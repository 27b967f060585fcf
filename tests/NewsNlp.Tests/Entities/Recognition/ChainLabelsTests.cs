using NewsNlp.Entities.Recognition;

namespace NewsNlp.Tests.Entities.Recognition;

/// <summary>The labels of a mention as BIOES has them: outside, then begin, inside, end and single of each kind.</summary>
public class ChainLabelsTests
{
    [Theory]
    [InlineData(0, 1, new[] { 4 })]
    [InlineData(0, 2, new[] { 1, 3 })]
    [InlineData(0, 4, new[] { 1, 2, 2, 3 })]
    [InlineData(2, 1, new[] { 12 })]
    [InlineData(2, 3, new[] { 9, 10, 11 })]
    public void A_mention_begins_goes_on_and_ends(int kind, int length, int[] labels) =>
        Assert.Equal(labels, Enumerable.Range(0, length).Select(position => ChainLabels.Of(kind, position, length)));

    [Fact]
    public void A_label_tells_its_kind_and_whether_a_mention_starts_or_ends_there()
    {
        int[] labels = [.. Enumerable.Range(0, ChainLabels.CountFor(3))];

        Assert.Equal([-1, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2], labels.Select(ChainLabels.KindOf));
        Assert.Equal([1, 4, 5, 8, 9, 12], labels.Where(ChainLabels.Starts));
        Assert.Equal([3, 4, 7, 8, 11, 12], labels.Where(ChainLabels.Ends));
    }
}
