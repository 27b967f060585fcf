using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Documents.Sinks;

public class EntityMentionSinkTests
{
    [Fact]
    public void Mentions_keep_label_and_score()
    {
        var mention = Assert.Single(Build(sink => sink.Add(1, 2, EntityLabel.Person, 0.5f)).EntityMentions);

        Assert.Equal("Ines Okoro", mention.Text);
        Assert.Equal(["Ines", "Okoro"], mention.Tokens.Select(token => token.Text));
        Assert.Equal(EntityLabel.Person, mention.Label);
        Assert.Equal(0.5f, mention.Score);
    }

    [Fact]
    public void A_mention_is_certain_unless_told_otherwise() =>
        Assert.Equal(1f, Build(sink => sink.Add(1, 2, EntityLabel.Person)).EntityMentions[0].Score);

    [Theory]
    [InlineData(-0.01f)]
    [InlineData(1.01f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_score_is_a_probability(float score) =>
        Assert.StartsWith(
            "A score lies between 0 and 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Build(sink => sink.Add(0, 1, EntityLabel.Person, score))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_label_has_a_name() =>
        Assert.StartsWith(
            "The label has no name.",
            Assert.Throws<ArgumentException>(() => Build(sink => sink.Add(0, 1, default))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Mentions_that_overlap_are_refused() =>
        Assert.StartsWith(
            "The entity mention at token 2 begins before the previous one ends (at token 3); add them in order.",
            Assert.Throws<ArgumentException>(() => Build(sink =>
            {
                sink.Add(1, 2, EntityLabel.Person);
                sink.Add(2, 1, EntityLabel.Person);
            })).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(4, 1)]
    [InlineData(3, 2)]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    public void A_run_that_is_not_the_documents_is_refused(int first, int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Build(sink => sink.Add(first, count, EntityLabel.Person)));

    private static Document Build(Action<EntityMentionSink> write) =>
        TestDocuments.WithTokens("Mayor Ines Okoro resigned").AddEntityMentions(write).Build();
}
