using NewsNlp.Training.Learning.Recurrent;

namespace NewsNlp.Training.Tests.Learning.Recurrent;

public class SentenceBatchTests
{
    [Fact]
    public void First_tokens_come_first_and_every_token_has_a_row()
    {
        var batch = new SentenceBatch([3, 2, 2]);
        Assert.Equal((3, 3, 7), (batch.Count, batch.Steps, batch.Rows));
        Assert.Equal([3, 3, 1], Enumerable.Range(0, 3).Select(batch.CountAt));
        Assert.Equal([0, 3, 6], Enumerable.Range(0, 3).Select(token => batch.Row(0, token)));
        Assert.Equal([2, 5], Enumerable.Range(0, 2).Select(token => batch.Row(2, token)));
        Assert.Equal([6, 3, 0], Enumerable.Range(0, 3).Select(step => batch.Row(0, step, backwards: true)));
    }

    [Fact]
    public void No_sentences_are_no_rows() => Assert.Equal((0, 0), (new SentenceBatch([]).Rows, new SentenceBatch([]).Steps));
}
