using NewsNlp.Documents;
using NewsNlp.Entities.Recognition;
using NewsNlp.Models;

namespace NewsNlp.Tests.Entities.Recognition;

public sealed class LabelSchemeTests
{
    [Fact]
    public void The_embedded_model_has_the_labels_of_news() => Assert.Same(LabelScheme.News, LabelScheme.Of(NlpModel.Default));

    [Fact]
    public void The_chain_has_four_labels_for_each_and_one_for_none()
    {
        var scheme = new LabelScheme([new EntityLabel("Ship"), new EntityLabel("Port")]);
        Assert.Equal(["O", "B-Ship", "I-Ship", "E-Ship", "S-Ship", "B-Port", "I-Port", "E-Port", "S-Port"], scheme.ChainNames);
        Assert.Equal((1, -1), (scheme.IndexOf(new EntityLabel("Port")), scheme.IndexOf(EntityLabel.Person)));
        Assert.Equal(CandidateTraits.CountFor(LabelScheme.News) - 7, CandidateTraits.CountFor(scheme));
    }

    [Fact]
    public void There_are_as_many_labels_as_a_byte_can_count()
    {
        var labels = Enumerable.Range(0, LabelScheme.MostLabels + 1).Select(i => new EntityLabel($"L{i}")).ToList();
        Assert.Equal(1 + 4 * LabelScheme.MostLabels, new LabelScheme(labels[1..]).ChainCount);
        Assert.InRange(new LabelScheme(labels[1..]).ChainCount, 1, byte.MaxValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LabelScheme(labels));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LabelScheme([]));
    }
}
