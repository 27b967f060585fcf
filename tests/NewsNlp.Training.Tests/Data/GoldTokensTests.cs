using NewsNlp.Documents;
using NewsNlp.Training.Data;

namespace NewsNlp.Training.Tests.Data;

public class GoldTokensTests
{
    [Fact]
    public void Capitals_change_the_letters_and_nothing_else()
    {
        var document = new GoldDocument("storm", "Storms hit.", [new(0, 6, Upos.NOUN, "storm"), new(7, 3, Upos.VERB, "hit"), new(10, 1, Upos.PUNCT, ".")], [new(0, 3)]);
        var gold = Assert.Single(GoldTokens.Of([document]));
        var capitals = gold.InCapitals();
        Assert.Equal("STORMS HIT.", capitals.Document.Text);
        Assert.Equal(["STORMS", "HIT", "."], capitals.Document.Tokens.Select(token => token.Text));
        Assert.Equal([Upos.NOUN, Upos.VERB, Upos.PUNCT], capitals.Tags);
        Assert.Equal(3, Assert.Single(capitals.Document.Sentences).TokenCount);
        Assert.Equal("Storms hit.", gold.Document.Text);
    }
}
