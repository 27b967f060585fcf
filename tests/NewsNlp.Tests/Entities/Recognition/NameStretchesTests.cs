using NewsNlp.Entities.Recognition;
using NewsNlp.Features;
using NewsNlp.Models;

namespace NewsNlp.Tests.Entities.Recognition;

public class NameStretchesTests
{
    [Theory]
    [InlineData("in the north of Verland the rain and the wind were strong", "north of Verland the rain")]
    [InlineData("it rained and it rained all the day long")]
    [InlineData("they paid about $ 40 million in all for it", "paid about $ 40 million in")]
    [InlineData("Mina saw it all and so told the others about Orrin", "Mina saw it", "others about Orrin")]
    [InlineData("Mina saw one two three Orrin", "Mina saw one two three Orrin")]
    public void Stretches_lie_around_capitals_digits_and_currencies(string text, params string[] stretches) =>
        Assert.Equal(stretches, Read(text));

    [Fact]
    public void Endless_sentences_are_cut_and_nothing_is_lost()
    {
        var stretches = Read(string.Join(' ', Enumerable.Repeat("Ann", 2000)));
        Assert.All(stretches, stretch => Assert.InRange(stretch.Split(' ').Length, 1, 512));
        Assert.Equal(2000, stretches.Sum(stretch => stretch.Split(' ').Length));
    }

    private static string[] Read(string text)
    {
        var document = EntityDocuments.Of(text);
        var model = NlpModel.Default;
        var words = new DocumentWords();
        words.Read(text, document.TokenLayer, WordClusters.Read(model), LexiconPhrases.Read(model));
        var found = new List<string>();
        int from = 0;
        while (NameStretches.Next(words, from, document.Tokens.Count, out int first, out int end))
        {
            Assert.InRange(first, from, end);
            found.Add(document.TokenLayer.Span(first, end - first).Of(text).ToString());
            from = end;
        }

        return [.. found];
    }
}
