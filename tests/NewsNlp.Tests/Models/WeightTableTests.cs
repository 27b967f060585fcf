using NewsNlp.Models;
using NewsNlp.Quotations;
using NewsNlp.Tests.Quotations;

namespace NewsNlp.Tests.Models;

public class WeightTableTests
{
    private const int Features = 400_000;

    private static readonly QuoteModels Models = QuoteModels.Read(NlpModel.Default);

    [Fact]
    public void Rows_in_memory_are_those_of_the_file()
    {
        AssertSame(Models.Cues.Table);
        AssertSame(Models.Contents.Table);
        AssertSame(Models.Gate.Table);
    }

    [Fact]
    public void A_feature_given_twice_counts_twice()
    {
        var table = Models.Gate.Table;
        var random = new Random(7);
        uint feature;
        do
        {
            feature = (uint)random.NextInt64(1L << 32);
        }
        while (table.RowOf(feature) < 0);

        Assert.Equal(2 * table.Weight(table.RowOf(feature), 0), table.Sum([feature, feature]));
    }

    // Of features at random one in some thousand has a row.
    private static void AssertSame(WeightTable table)
    {
        var random = new Random(11);
        var features = new uint[100];
        var sums = new int[table.AccumulatorLength];
        var found = 0;
        for (var round = 0; round < Features / features.Length; round++)
        {
            foreach (ref var feature in features.AsSpan())
            {
                feature = (uint)random.NextInt64(1L << 32);
                found += table.RowOf(feature) >= 0 ? 1 : 0;
            }

            Array.Clear(sums);
            table.Prefetch(features);
            table.Accumulate(features, sums);
            Assert.Equal(ReadArticles.SumOneByOne(table, features), sums[..table.LabelCount]);
        }

        Assert.InRange(found, 5, Features / 100);
    }
}
