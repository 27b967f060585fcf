using CsCheck;
using NewsNlp.Features;

namespace NewsNlp.Tests.Features;

public class FeatureHashTests
{
    [Fact]
    public void Many_features_at_once_are_those_one_by_one() =>
        Gen.Select(Gen.Int[0, 5000], Gen.Select(Gen.ULong, Gen.ULong).Array[0, 40]).Sample((template, pairs) =>
        {
            uint[] features = new uint[pairs.Length];
            FeatureHash.Features(template, pairs, features);
            Assert.Equal(pairs.Select((pair, i) => FeatureHash.Feature(template + i, pair.Item1, pair.Item2)), features);
        });

    [Fact]
    public void A_single_value_is_one_beside_nothing() =>
        Gen.ULong.Sample(value => Assert.Equal(FeatureHash.Feature(7, value), FeatureHash.Feature(7, value, 0)));
}
