using System.Runtime.InteropServices;
using NewsNlp.Models;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Tests.Quotations.Contents;

public class UnitScoresTests
{
    [Fact]
    public void Scores_are_the_sums_of_the_weights_of_all_features()
    {
        var articles = new ReadArticles();
        var table = articles.Models.Contents.Table;
        var scores = new UnitScores(table);
        var cues = 0;

        // The second time, most sums are kept.
        for (var round = 0; round < 2; round++)
        {
            foreach (var article in articles.Texts())
            {
                articles.Read(article);
                cues += articles.Cues.Count;
                foreach (var cue in articles.Cues)
                {
                    AssertSame(articles, cue, scores);
                }
            }
        }

        Assert.InRange(cues, 300, int.MaxValue);
    }

    private static void AssertSame(ReadArticles articles, Cue cue, UnitScores scores)
    {
        var chain = articles.Models.Contents;
        var window = new UnitWindow();
        window.Build(articles.Article, articles.Quotations, cue);
        var features = new UnitFeatures();
        features.Begin(
            articles.Article, articles.Quotations, window, cue,
            ContentTagger.Inside(CollectionsMarshal.AsSpan(articles.LikelyCues), window));
        var workspace = new LinearChainWorkspace();
        workspace.Begin(chain, window.Count);
        scores.Add(features, window.CueUnit, workspace);
        Span<uint> buffer = stackalloc uint[UnitFeatures.MaxCount];
        for (var unit = 0; unit < window.Count; unit++)
        {
            var expected = new int[chain.LabelCount];
            if (unit != window.CueUnit)
            {
                var list = new FeatureList(buffer);
                features.Extract(unit, ref list);
                expected = ReadArticles.SumOneByOne(chain.Table, list.Features);
            }

            Assert.Equal(expected, workspace.Emissions(unit)[..chain.LabelCount].ToArray());
        }
    }
}
