using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Commands;

public sealed class QuotesCommandTests
{
    private const string Article =
        """
        Ferry to Stay in Port

        “The engine has to be rebuilt,” said Captain Ruth Amadi. “That takes a month.”

        “We are sorry for everybody who had plans to cross this summer.”

        “Tickets will be refunded in full, and so will bookings for cars.”
        """;

    [Fact]
    public async Task Quotes_are_listed()
    {
        var run = RunOverArticle();
        Assert.Equal(0, await run.RunAsync("quotes"));
        var words = string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Ruth Amadi", words, StringComparison.Ordinal);
        Assert.Contains("“The engine has to be rebuilt,” … “That takes a month.”", words, StringComparison.Ordinal);
        Assert.DoesNotContain("scores", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_are_explained_by_their_cue_their_rule_and_their_scores()
    {
        var run = RunOverArticle();
        Assert.Equal(0, await run.RunAsync("quotes", "--explain"));
        Assert.Contains("cue     \"said\" by its word \"said\", listed with say", run.Output, StringComparison.Ordinal);
        Assert.Contains("source  \"Captain Ruth Amadi\"", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"scores  cue [01]\.\d\d, content [01]\.\d\d, source [01]\.\d\d; in all [01]\.\d\d", run.Output);
        Assert.Contains("rule    the speaker before goes on", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"scores  by rule; in all 0\.\d\d", run.Output);
    }

    [Fact]
    public async Task A_pipeline_without_quotes_lists_none()
    {
        var run = ToolRun.WithInput("Nobody said anything.");
        Assert.Equal(0, await run.RunAsync("quotes", "--explain"));
        Assert.DoesNotContain("scores", run.Output, StringComparison.Ordinal);
    }

    private static ToolRun RunOverArticle() => new()
    {
        Input = System.Text.Encoding.UTF8.GetBytes(Article),
        Annotate = NlpPipeline.CreateDefault().Process,
    };
}
