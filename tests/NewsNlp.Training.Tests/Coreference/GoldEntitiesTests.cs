using NewsNlp.Documents;
using NewsNlp.Training.Coreference;
using NewsNlp.Training.Data;

namespace NewsNlp.Training.Tests.Coreference;

public sealed class GoldEntitiesTests : IDisposable
{
    private readonly TinyCoreference _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("The mayor, Ines Okoro", 1)]
    [InlineData("The mayor", 1)]
    [InlineData("mayor", 1)]
    [InlineData("She", 1)]
    [InlineData("Ines Okoro", 1)]
    [InlineData("Ines", 1)]
    [InlineData("left", -1)]
    public void An_expression_means_what_its_span_or_a_naming_word_means(string words, int entity)
    {
        var document = _files.Document;
        var gold = new GoldEntities(document, CoreferenceReader.Read(_files.Mentions)["tiny_one"]);
        Assert.Equal(entity, gold.Of(new TextSpan(document.Text.IndexOf(words, StringComparison.Ordinal), words.Length)));
    }

    [Fact]
    public void Words_know_their_heads_across_multiword_tokens()
    {
        var document = _files.Document;
        Assert.Equal([1, 6, 3, 1, 3, 3, -1, 6, 11, 11, 11, -1, 11], document.Words.Select(word => word.Head));
    }
}
