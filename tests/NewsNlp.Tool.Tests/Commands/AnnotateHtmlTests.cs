using System.Text.RegularExpressions;
using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Commands;

public sealed class AnnotateHtmlTests
{
    [Fact]
    public async Task One_article_is_one_page()
    {
        var run = ToolRun.WithInput("Two words");
        Assert.Equal(0, await run.RunAsync("annotate", "--format", "html"));
        Assert.StartsWith("<!DOCTYPE html>", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(run.Output, "<article"));
    }

    [Fact]
    public async Task Several_articles_share_a_page_with_anchors_of_their_own()
    {
        var run = ToolRun.WithInput("{\"id\":\"a\",\"text\":\"one\"}\nbad\n{\"id\":\"b\",\"text\":\"two\"}");
        Assert.Equal(1, await run.RunAsync("annotate", "--input-format", "jsonl", "--format", "html"));
        Assert.Equal(2, Regex.Count(run.Output, "<article"));
        Assert.Equal(1, Regex.Count(run.Output, "<!DOCTYPE"));
        Assert.EndsWith("</html>\n", run.Output, StringComparison.Ordinal);
        Assert.Single(run.ErrorLines);
    }

    [Fact]
    public async Task Several_reports_are_set_apart()
    {
        var run = ToolRun.WithInput("{\"id\":\"a\",\"text\":\"one\"}\n{\"id\":\"b\",\"text\":\"two\"}");
        await run.RunAsync("annotate", "--input-format", "jsonl");
        Assert.Matches("^── a ─+\none\n\n1 token · 1 sentence\n\n── b ─+\ntwo\n", run.Output);
    }

    [Fact]
    public async Task Conllu_follows_conllu()
    {
        var run = ToolRun.WithInput("{\"id\":\"a\",\"text\":\"one\"}\n{\"id\":\"b\",\"text\":\"two\"}");
        await run.RunAsync("annotate", "--input-format", "jsonl", "--format", "conllu");
        Assert.Matches("^# newdoc id = a\n(?s:.*)\n\n# newdoc id = b\n(?s:.*)\n\n$", run.Output);
    }
}
