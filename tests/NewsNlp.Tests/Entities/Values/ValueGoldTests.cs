namespace NewsNlp.Tests.Entities.Values;

/// <summary>What expressions in sentences of news are worth. The same gold scores the peer, see the comparison benchmarks.</summary>
public class ValueGoldTests(ITestOutputHelper output)
{
    private static readonly GoldValue[] Gold = GoldValue.Read(Path.Combine(AppContext.BaseDirectory, "Entities/Values/Gold/values.txt"));

    [Fact]
    public void The_gold_holds_more_than_two_hundred_expressions() => Assert.True(Gold.Length >= 200, $"{Gold.Length}");

    [Fact]
    public void Most_expressions_are_read_rightly_where_their_spans_are_given() => AssertRight(new GoldValueReader().Read, 0.99);

    [Fact]
    public void Most_expressions_are_found_and_read_rightly() => AssertRight(new GoldValueReader().Find, 0.94);

    private void AssertRight(Func<GoldValue, string?> read, double share)
    {
        int right = 0;
        foreach (var gold in Gold)
        {
            var form = read(gold);
            if (gold.Accepts(form)) right++;
            else output.WriteLine($"{gold.Line}: {gold.Label} [{gold.Expression}] {form ?? "none"}, not {string.Join(" or ", gold.Forms)}");
        }

        output.WriteLine($"{right} of {Gold.Length}");
        Assert.True(right >= share * Gold.Length, $"{right} of {Gold.Length} are right, less than {share:P0}");
    }
}
