using NewsNlp.Training.Data;

namespace NewsNlp.Training.Tests.Coreference;

public sealed class CoreferenceReaderTests : IDisposable
{
    private readonly TinyCoreference _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Mentions_are_runs_of_words()
    {
        var mentions = Assert.Single(CoreferenceReader.Read(_files.Mentions));
        Assert.Equal("tiny_one", mentions.Key);
        Assert.Equal([new GoldMention(0, 5, 1), new GoldMention(8, 9, 1)], mentions.Value);
    }

    [Fact]
    public void Several_mentions_open_and_close_at_one_word()
    {
        Assert.Equal(
            [new GoldMention(0, 1, 7), new GoldMention(0, 2, 5), new GoldMention(1, 2, 6)],
            Read("0\tAlder\t(5(7)\n1\tBank\t(6)5)\n").OrderBy(mention => mention.First).ThenBy(mention => mention.End).ThenBy(mention => mention.Entity));
        Assert.Equal([new GoldMention(0, 1, 2), new GoldMention(0, 1, 3)], Read("0\tAlder\t(2)|(3)\n"));
    }

    [Theory]
    [InlineData("0\tAlder\t4)\n")]
    [InlineData("0\tAlder\t(3)\n1\tBank\t3)\n")]
    public void A_mention_must_begin_before_it_ends(string rows) =>
        Assert.Contains("did not begin", Assert.Throws<TrainingException>(() => Read(rows)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("0\tAlder\tx\n")]
    [InlineData("0\tAlder\t3\n")]
    public void A_cell_opens_or_closes_something(string rows) =>
        Assert.Contains("no coreference column", Assert.Throws<TrainingException>(() => Read(rows)).Message, StringComparison.Ordinal);

    [Fact]
    public void Words_stand_in_a_document()
    {
        File.WriteAllText(_files.Mentions, "0\tAlder\t(1)\n");
        Assert.Throws<TrainingException>(() => CoreferenceReader.Read(_files.Mentions));
    }

    private IReadOnlyList<GoldMention> Read(string rows)
    {
        File.WriteAllText(_files.Mentions, $"# begin document (a); part 000\n{rows}# end document\n");
        return CoreferenceReader.Read(_files.Mentions)["a"];
    }
}
