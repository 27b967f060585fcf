using NewsNlp.Documents;
using NewsNlp.Evaluation;
using NewsNlp.Evaluation.Entities;

namespace NewsNlp.Tests.Evaluation.Entities;

public sealed class EntityMentionScorerTests
{
    [Fact]
    public void Only_same_span_and_label_are_right_and_every_error_has_its_kind()
    {
        LabeledSpan[] gold = [Mention(0, 5, "Person"), Mention(10, 5, "Person"), Mention(20, 5, "Location"), Mention(30, 5, "Location")];
        LabeledSpan[] system = [Mention(0, 5, "Person"), Mention(10, 5, "Organization"), Mention(20, 7, "Location"), Mention(40, 2, "Misc"), Mention(40, 2, "Misc")];
        var scores = EntityMentionScorer.Score(gold, system);
        Assert.Equal(new EntityMentionErrors(WrongLabel: 1, WrongBoundary: 1, Spurious: 1, Missed: 1), scores.Errors);
        Assert.Equal(new PrecisionRecall(right: 1, system: 4, gold: 4), scores.Micro);
        Assert.Equal(new PrecisionRecall(right: 1, system: 1, gold: 2), scores.Labels["Person"]);
        Assert.Equal(["Location", "Misc", "Organization", "Person"], scores.Labels.ByLabel.Keys);
    }

    [Fact]
    public void Scores_of_documents_add_up()
    {
        var one = EntityMentionScorer.Score([Mention(0, 5, "Person")], [Mention(0, 5, "Person")]);
        var other = EntityMentionScorer.Score([Mention(0, 5, "Person")], []);
        Assert.Equal(new PrecisionRecall(right: 1, system: 1, gold: 2), (one + other).Micro);
        Assert.Equal(1, (one + other).Errors.Missed);
    }

    private static LabeledSpan Mention(int start, int length, string label) => new(new TextSpan(start, length), new EntityLabel(label));
}
