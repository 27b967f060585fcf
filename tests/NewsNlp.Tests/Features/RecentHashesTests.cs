using CsCheck;
using NewsNlp.Features;

namespace NewsNlp.Tests.Features;

public class RecentHashesTests
{
    [Fact]
    public void A_hash_keeps_its_place_until_another_one_takes_it()
    {
        var hashes = new RecentHashes(4);
        int place = hashes.Add(0);
        Assert.Equal(place, hashes.Find(0));
        Assert.Equal(place, hashes.Add(0));
        Assert.Equal(-1, hashes.Find(5UL << 32));
        hashes.Clear();
        Assert.Equal(-1, hashes.Find(0));
    }

    [Fact]
    public void Of_two_the_one_that_was_not_used_last_goes()
    {
        var hashes = new RecentHashes(1);
        ulong kept = 1UL << 40, dropped = 2UL << 40, added = 3UL << 40;
        hashes.Add(kept);
        hashes.Add(dropped);
        Assert.NotEqual(-1, hashes.Find(kept));
        hashes.Add(added);
        Assert.NotEqual(-1, hashes.Find(kept));
        Assert.Equal(-1, hashes.Find(dropped));
    }

    [Fact]
    public void No_place_is_shared() => Gen.ULong.Array[1, 200].Sample(keys =>
    {
        var hashes = new RecentHashes(8);
        var at = new ulong[hashes.Count];
        foreach (ulong key in keys)
        {
            at[hashes.Add(key)] = key;
            foreach (ulong other in keys)
            {
                if (hashes.Find(other) is >= 0 and var place) Assert.Equal(Math.Max(other, 1), Math.Max(at[place], 1));
            }
        }
    });
}
