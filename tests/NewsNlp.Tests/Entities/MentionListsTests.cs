using NewsNlp.Documents;
using NewsNlp.Entities;
using NewsNlp.Threading;

namespace NewsNlp.Tests.Entities;

/// <summary>Lists of mentions as letters: <c>aa.b</c> are a mention of two tokens, a free token, and a mention of one.</summary>
public class MentionListsTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("a.b", "", "a.b")]
    [InlineData("", ".x.y", ".x.y")]
    [InlineData("a..b", ".xx", "axxb")]
    [InlineData("aa.b", ".xx", "aa.b")]
    [InlineData("..aa", "xxx", "..aa")]
    [InlineData(".a", "x.y", "xay")]
    public void What_is_free_is_filled(string known, string rest, string expected)
    {
        var joined = new InterruptibleList<FoundMention>();
        MentionLists.Fill(Read(known), Read(rest), joined, TestContext.Current.CancellationToken);
        Assert.Equal(expected, Show(joined));
    }

    [Theory]
    [InlineData("a.b", ".x", "axb")]
    [InlineData("a.b", "xxx", "xxx")]
    [InlineData("aab", "xxx", "xxx")]
    [InlineData("aa.b", ".xx", "aa.b")]
    [InlineData("aa.bb", "xxxx", "aa.bb")]
    [InlineData("aa", "xx", "xx")]
    [InlineData("kk", "xx", "kk")]
    [InlineData("k.", "xx", "xx")]
    [InlineData("", "x.y", "x.y")]
    public void What_lies_inside_gives_way(string known, string others, string expected)
    {
        var joined = new InterruptibleList<FoundMention>();
        MentionLists.FillOver(Read(known), Read(others), mention => mention.Label.Name == "k", joined, TestContext.Current.CancellationToken);
        Assert.Equal(expected, Show(joined));
    }

    [Fact]
    public void A_long_list_can_be_given_up()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => MentionLists.Fill(Read("a"), [], new InterruptibleList<FoundMention>(), source.Token));
    }

    private static FoundMention[] Read(string letters)
    {
        var mentions = new List<FoundMention>();
        for (int i = 0; i < letters.Length;)
        {
            int end = i + 1;
            while (end < letters.Length && letters[end] == letters[i]) end++;
            if (letters[i] != '.') mentions.Add(new FoundMention(i, end - i, new EntityLabel(letters[i].ToString()), 0.5f));
            i = end;
        }

        return [.. mentions];
    }

    private static string Show(InterruptibleList<FoundMention> mentions)
    {
        char[] shown = new string('.', mentions.Count == 0 ? 0 : mentions.Items[^1].EndToken).ToCharArray();
        foreach (var mention in mentions.Items) Array.Fill(shown, mention.Label.Name[0], mention.FirstToken, mention.TokenCount);
        return new string(shown);
    }
}
