using System.Runtime.InteropServices;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Reading;
using NewsNlp.Quotations.Roles;

namespace NewsNlp.Tests.Quotations.Roles;

public class RoleTaggerTests
{
    private static readonly int[] Roles = [RoleLabels.Cue, RoleLabels.Source, RoleLabels.Content];

    [Fact]
    public void Probabilities_of_a_sentence_do_not_depend_on_those_beside_it()
    {
        var articles = new ReadArticles();
        var tagger = new RoleTagger(articles.Models.Roles);
        RoleProbabilities all = new(), alone = new();
        var compared = 0;
        foreach (var text in articles.Texts().Take(30))
        {
            articles.Read(text);
            var cues = CollectionsMarshal.AsSpan(articles.Cues);
            tagger.Find(articles.Article, articles.Quotations, cues, all, CancellationToken.None);
            foreach (var cue in cues)
            {
                tagger.Find(articles.Article, articles.Quotations, [cue], alone, CancellationToken.None);
                var sentence = articles.Article.Sentences[cue.First];
                for (var token = articles.Article.SentenceStarts[sentence]; token < articles.Article.SentenceEnds[sentence]; token++)
                {
                    Assert.Equal(NumbersOf(alone, token), NumbersOf(all, token));
                    Assert.InRange(Roles.Sum(role => all.Inside(token, role)), 0, 1.00001);
                    compared++;
                }
            }
        }

        Assert.InRange(compared, 2_000, int.MaxValue);
    }

    [Fact]
    public void The_network_finds_the_plainest_roles()
    {
        var articles = new ReadArticles();
        articles.Read("The harbour master said the ferry to Ostrava Island would not sail on Friday.");
        var roles = new RoleProbabilities();
        var said = IndexOf(articles.Article, "said");
        new RoleTagger(articles.Models.Roles).Find(
            articles.Article, articles.Quotations, [new Cue(said, said + 1, 1)], roles, CancellationToken.None);
        Assert.InRange(roles.Inside(said, RoleLabels.Cue), 0.8, 1);
        Assert.InRange(roles.Inside(IndexOf(articles.Article, "master"), RoleLabels.Source), 0.8, 1);
        Assert.InRange(roles.Begins(said + 1, RoleLabels.Content), 0.5, 1);
        Assert.InRange(roles.Inside(IndexOf(articles.Article, "ferry"), RoleLabels.Content), 0.5, 1);
        Assert.InRange(roles.Inside(IndexOf(articles.Article, "."), RoleLabels.Content), 0, 0.1);
    }

    [Fact]
    public void Work_ends_early_when_it_is_no_longer_wanted()
    {
        var articles = new ReadArticles();
        articles.Read("The mayor said no.");
        Assert.Throws<OperationCanceledException>(() => new RoleTagger(articles.Models.Roles).Find(
            articles.Article, articles.Quotations, [new Cue(2, 3, 1)], new RoleProbabilities(), new CancellationToken(canceled: true)));
    }

    private static double[] NumbersOf(RoleProbabilities roles, int token) =>
        [.. Roles.SelectMany(role => new[] { roles.Begins(token, role), roles.Inside(token, role), roles.Ends(token, role) })];

    private static int IndexOf(ArticleReader article, string form)
    {
        for (var i = 0; i < article.Count; i++)
        {
            if (article.Form(i).SequenceEqual(form))
            {
                return i;
            }
        }

        throw new ArgumentException($"No token \"{form}\".", nameof(form));
    }
}
