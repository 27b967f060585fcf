using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Reading;
using NewsNlp.Quotations.Roles;
using NewsNlp.Tests.Quotations.Marks;

namespace NewsNlp.Tests.Quotations.Roles;

public class CueStandingTests
{
    private readonly ArticleReader _article = new(CueLexicon.Load(), WordClusters.Read(NlpModel.Default));
    private readonly RoleProbabilities _roles = new();

    public CueStandingTests()
    {
        _article.Read(MarkedText.Annotate("The mayor went on to say no .\nNobody had asked her ."));
        _roles.Begin(_article);
    }

    [Fact]
    public void Where_the_network_did_not_look_the_chain_has_its_say_alone() =>
        Assert.Equal(0.3, CueStanding.Of(new Cue(2, 6, 0.3f), _roles), 6);

    [Fact]
    public void Both_ends_count_as_the_network_sees_them()
    {
        // "went" may begin a cue or be all of one, "say" may end one.
        var values = _roles.Add(0, 8);
        values[(2 * RoleProbabilities.Width) + RoleLabels.Cue + RoleLabels.First] = 0.5f;
        values[(2 * RoleProbabilities.Width) + RoleLabels.Cue + RoleLabels.Only] = 0.14f;
        values[(5 * RoleProbabilities.Width) + RoleLabels.Cue + RoleLabels.Last] = 0.25f;
        _roles.Complete(0);
        Assert.Equal(0.3 * 0.4, CueStanding.Of(new Cue(2, 6, 0.3f), _roles), 6);
        Assert.Equal(0, CueStanding.Of(new Cue(2, 5, 0.3f), _roles));
        Assert.Equal(0, CueStanding.Of(new Cue(3, 6, 0.3f), _roles));
    }
}
