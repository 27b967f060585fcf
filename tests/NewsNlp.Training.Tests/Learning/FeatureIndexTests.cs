using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Tests.Learning;

public class FeatureIndexTests
{
    [Fact]
    public void Frequent_features_are_numbered_in_the_order_of_their_first_occurrence()
    {
        var index = new FeatureIndex([90, 7, 90, 5, 7, 90], 2);
        Assert.Equal([90u, 7u], index.Hashes);
        Assert.Equal([3, 2], index.Counts);
        Assert.Equal([0, 1, 0, -1, 1, 0], index.Numbers);
    }

    [Fact]
    public void Those_of_the_highest_value_are_kept_and_renumbered()
    {
        var index = new FeatureIndex([1, 2, 3, 4, 3], 1);
        index.Keep(2, [0.5, 3, 0.5, 0.1]);
        Assert.Equal([1u, 2u], index.Hashes);
        Assert.Equal([0, 1, -1, -1, -1], index.Numbers);
    }

    [Fact]
    public void Many_features_are_told_apart()
    {
        uint[] features = [.. Enumerable.Range(0, 200_000).Select(i => (uint)i * 2654435761)];
        var index = new FeatureIndex(features, 1);
        Assert.Equal(features, index.Hashes);
    }
}
