using NewsNlp.Documents;
using NewsNlp.Entities;
using NewsNlp.Entities.Corrections;

namespace NewsNlp.Tests.Entities.Corrections;

/// <summary>Bodies that the model takes for persons.</summary>
public class KnownBodiesTests
{
    private const string Text = "Downing Street rang Ann Downing";

    private static readonly Document Tokens = NlpPipelineBuilder.CreateDefault()
        .Without(Layer.PartOfSpeech).Without(Layer.Lemmas).Without(Layer.EntityMentions).Without(Layer.Quotes).Without(Layer.Coreference).Build().Process(Text);

    [Fact]
    public void A_person_with_the_name_of_a_body_is_one() => Assert.Equal(EntityLabel.Organization, Correct(0, 2, EntityLabel.Person).Label);

    [Fact]
    public void What_is_no_person_or_has_another_name_stays()
    {
        Assert.Equal(EntityLabel.Location, Correct(0, 2, EntityLabel.Location).Label);
        Assert.Equal(EntityLabel.Person, Correct(0, 1, EntityLabel.Person).Label);
        Assert.Equal(EntityLabel.Person, Correct(3, 2, EntityLabel.Person).Label);
    }

    private static FoundMention Correct(int first, int count, EntityLabel label) =>
        new KnownBodies().Correct(Text, Tokens.TokenLayer, new FoundMention(first, count, label, 0.5f));
}
