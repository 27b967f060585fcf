using NewsNlp.Models;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Tests.Quotations.Cues;

public class CueScoresTests
{
    [Fact]
    public void Scores_are_the_sums_of_the_weights_of_all_features()
    {
        var articles = new ReadArticles();
        var scores = new CueScores(articles.Models.Cues.Table);
        var features = new CueFeatures();

        // The second time, most sums are kept.
        for (var round = 0; round < 2; round++)
        {
            foreach (var text in articles.Texts())
            {
                articles.Read(text);
                for (var sentence = 0; sentence < articles.Article.SentenceCount; sentence++)
                {
                    features.Begin(articles.Article, articles.Quotations, sentence);
                    AssertSame(articles, features, articles.Article.SentenceStarts[sentence], articles.Article.SentenceEnds[sentence], scores);
                }
            }
        }
    }

    private static void AssertSame(ReadArticles articles, CueFeatures features, int start, int end, CueScores scores)
    {
        var chain = articles.Models.Cues;
        var workspace = new LinearChainWorkspace();
        workspace.Begin(chain, end - start + 1);
        scores.Add(features, start, end, workspace, 1);
        Span<uint> buffer = stackalloc uint[CueFeatures.MaxCount];
        for (var token = start; token < end; token++)
        {
            var list = new FeatureList(buffer);
            features.Extract(token, ref list);
            Assert.Equal(
                ReadArticles.SumOneByOne(chain.Table, list.Features),
                workspace.Emissions(token - start + 1)[..chain.LabelCount].ToArray());
        }
    }
}
