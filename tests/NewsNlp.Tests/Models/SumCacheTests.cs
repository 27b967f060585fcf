using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Quotations;
using NewsNlp.Tests.Quotations;

namespace NewsNlp.Tests.Models;

public class SumCacheTests
{
    private const int Bits = 6;

    [Fact]
    public void Sums_are_the_same_whether_they_are_kept_or_not()
    {
        var models = QuoteModels.Read(NlpModel.Default);
        AssertSame(models.Contents.Table);
        AssertSame(models.Cues.Table);
        AssertSame(models.Gate.Table);
    }

    // Three times as many keys as there is room for: some are kept, some drive out others, some share a place.
    private static void AssertSame(WeightTable table)
    {
        var cache = new SumCache(table, Bits);
        var features = FindFeatures(table);
        var random = new Random(5);
        var keys = new ulong[4];
        int kept = 0, missed = 0;
        for (var round = 0; round < 2000; round++)
        {
            var sums = new int[table.AccumulatorLength];
            var expected = new int[table.LabelCount];
            for (var i = 0; i < keys.Length; i++)
            {
                var number = random.Next(3 << Bits) / (1 + random.Next(3));
                keys[i] = SumCache.Key(1 + i, (ulong)number);
                foreach (var (label, weight) in ReadArticles.SumOneByOne(table, FeaturesOf(features, keys[i])).Index())
                {
                    expected[label] += weight;
                }
            }

            cache.Prefetch(keys);
            var missing = cache.Add(keys, sums);
            for (var i = 0; i < keys.Length; i++)
            {
                if ((missing >> i & 1) != 0)
                {
                    cache.Fill(keys[i], FeaturesOf(features, keys[i]), sums);
                    missed++;
                }
                else
                {
                    kept++;
                }
            }

            Assert.Equal(expected, sums[..table.LabelCount]);
        }

        Assert.InRange(kept, 500, int.MaxValue);
        Assert.InRange(missed, 500, int.MaxValue);
    }

    // Features at random, of which one in some thousand has a row.
    private static uint[] FindFeatures(WeightTable table)
    {
        var random = new Random(3);
        var features = new List<uint>();
        while (features.Count < 50)
        {
            var feature = (uint)random.NextInt64(1L << 32);
            if (table.RowOf(feature) >= 0)
            {
                features.Add(feature);
            }
        }

        return [.. features];
    }

    private static uint[] FeaturesOf(uint[] features, ulong key) =>
        [.. Enumerable.Range(0, 3).Select(i => features[(int)(FeatureHash.Feature(i, key) % (uint)features.Length)])];
}
