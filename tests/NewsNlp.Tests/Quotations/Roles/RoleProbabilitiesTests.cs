using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Reading;
using NewsNlp.Quotations.Roles;
using NewsNlp.Tests.Quotations.Marks;

namespace NewsNlp.Tests.Quotations.Roles;

public class RoleProbabilitiesTests
{
    // Three sentences: tokens 0 to 4, 5 to 9 and 10 to 14.
    private const string Text = "The mayor said no .\nThe ferry will sail on .\nNobody had asked her .";

    private readonly ArticleReader _article = new(CueLexicon.Load(), WordClusters.Read(NlpModel.Default));
    private readonly RoleProbabilities _roles = new();

    public RoleProbabilitiesTests()
    {
        _article.Read(MarkedText.Annotate(Text));
        _roles.Begin(_article);
    }

    [Fact]
    public void Nothing_is_known_of_a_sentence_that_was_not_looked_at()
    {
        Assert.Equal(RoleProbabilities.Unknown, _roles.Inside(2, RoleLabels.Cue));
        Assert.Equal(RoleProbabilities.Unknown, _roles.Begins(-1, RoleLabels.Cue));
        Assert.Equal(RoleProbabilities.Unknown, _roles.Ends(_article.Count, RoleLabels.Cue));
        Assert.Equal(RoleProbabilities.Unknown, _roles.Mean(new TokenRange(0, 3), RoleLabels.Content));
        Assert.Equal(-1, _roles.Holes(new TokenRange(0, 3)));
    }

    [Fact]
    public void Labels_of_a_role_add_up()
    {
        Set(1, (token, label) => token == 6 ? label / 100f : 0);
        Assert.Equal(0.26f, _roles.Inside(6, RoleLabels.Source), 5);
        Assert.Equal(0.05f + 0.08f, _roles.Begins(6, RoleLabels.Source), 5);
        Assert.Equal(0.07f + 0.08f, _roles.Ends(6, RoleLabels.Source), 5);
        Assert.Equal(0, _roles.Inside(7, RoleLabels.Source));
    }

    [Fact]
    public void A_stretch_is_judged_by_its_part_in_a_sentence_that_was_looked_at()
    {
        Set(1, (token, label) => label == RoleLabels.Content && token != 7 ? 0.75f : label == RoleLabels.Source ? 0.1f : 0);
        Assert.Equal(0.75, _roles.Mean(new TokenRange(5, 7), RoleLabels.Content), 5);
        Assert.Equal(0.5, _roles.Mean(new TokenRange(6, 9), RoleLabels.Content), 5);
        Assert.Equal(0.1, _roles.Mean(new TokenRange(6, 9), RoleLabels.Source), 5);
        Assert.Equal(1, _roles.Holes(new TokenRange(6, 9)));
        Assert.Equal(0, _roles.Holes(new TokenRange(8, 10)));

        // From the sentence before, of which nothing is known, and into the one behind.
        Assert.Equal(0.75, _roles.Mean(new TokenRange(3, 7), RoleLabels.Content), 5);
        Assert.Equal(1, _roles.Holes(new TokenRange(7, 13)));
    }

    [Fact]
    public void Another_article_begins_anew()
    {
        Set(1, (_, _) => 0.05f);
        _roles.Begin(_article);
        Assert.Equal(RoleProbabilities.Unknown, _roles.Inside(6, RoleLabels.Cue));
    }

    private void Set(int sentence, Func<int, int, float> probability)
    {
        int start = _article.SentenceStarts[sentence], count = _article.SentenceEnds[sentence] - start;
        var values = _roles.Add(sentence, count);
        for (var i = 0; i < count; i++)
        {
            for (var label = 0; label < RoleLabels.Count; label++)
            {
                values[(i * RoleProbabilities.Width) + label] = probability(start + i, label);
            }
        }

        _roles.Complete(sentence);
    }
}
